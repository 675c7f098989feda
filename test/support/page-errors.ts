import type { Page } from 'playwright-core';

export interface PageErrors {
  /** What the page and its workers said in the console as an error (CSP violations are said there), or threw. */
  readonly errors: string[];
  /** URLs of other origins that the page asked for. None of them was let through. */
  readonly foreignRequests: string[];
}

/** Cuts a page off from every origin but its own and keeps what went wrong. Call it before `goto`. */
export async function watchPage(page: Page, origin: string): Promise<PageErrors> {
  const errors: string[] = [];
  const foreignRequests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  await page.context().route(
    (url) => /^https?:$/.test(url.protocol) && url.origin !== origin,
    (route) => {
      foreignRequests.push(route.request().url());
      return route.abort();
    },
  );
  return { errors, foreignRequests };
}
