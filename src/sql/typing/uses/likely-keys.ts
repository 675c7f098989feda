/** What columns are called whose values a table usually has once. */
const KEYS =
  /^(?:id|(?:.*_)?(?:barcode|code|domain|e?mail|email_address|external_id|guid|handle|hash|hostname|iban|isbn|key|login|msisdn|number|phone|ref|reference|serial|sku|slug|ssn|token|uid|url|user_?name|uuid|vin))$/i;

/** Whether a column may be a key of its own by its name, where no catalogue tells the keys. */
export const isLikelyKey = (column: string): boolean => KEYS.test(column);
