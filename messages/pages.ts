/** The pages behind the links in mails: pure views of a model, complete documents, no scripts. */
export { answeredPage } from './pages/answered-page.ts';
export { choicePage } from './pages/choice-page.ts';
export * from './pages/models.ts';
export { notFoundPage } from './pages/not-found-page.ts';
export { preferencesPage } from './pages/preferences-page.ts';
export { contentSecurityPolicy, pageStyleHash } from './pages/style.ts';
export { unsubscribePage } from './pages/unsubscribe-page.ts';
export { wordPage } from './pages/word-page.ts';
