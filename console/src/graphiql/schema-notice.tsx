import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';

/** Says why there is no schema (service down, not allowed in, …) and offers to ask again. */
export function SchemaNotice() {
  const fetchError = useGraphiQL((state) => state.fetchError);
  const actions = useGraphiQLActions();
  if (fetchError === null) return null;
  const { message, code } = firstError(fetchError);
  return (
    <div className="dragoman-notice" role="alert">
      <p>
        <strong>No schema.</strong> {message}
        {code === 'UNAUTHENTICATED' && (
          <> Write your credentials under “Headers”, e.g. {'{ "authorization": "Bearer …" }'}, and try again.</>
        )}
      </p>
      <button type="button" onClick={() => void actions.introspect()}>
        Try again
      </button>
    </div>
  );
}

/** GraphiQL keeps the error as the text that it would print. */
function firstError(fetchError: string): { message: string; code?: string } {
  try {
    const { errors } = JSON.parse(fetchError) as {
      errors?: { message?: string; extensions?: { code?: string } }[];
    };
    const { message, extensions } = errors?.[0] ?? {};
    if (message !== undefined) return { message, ...(extensions?.code !== undefined && { code: extensions.code }) };
  } catch {
    // Not JSON: shown as it is.
  }
  return { message: fetchError };
}
