import { renderToString } from 'react-dom/server';
import { loadInputs } from '../attributes/inputs-by-type.tsx';
import type { Boot } from '../contract/boot.ts';
import { attributeTypes } from '../contract/deal-form.ts';
import { firstWords, fullVoice } from '../words/all-words.ts';
import { directionOf } from '../words/language.ts';
import { speakingAs, t } from '../words/t.ts';
import { App, loadStaticPages } from './App.tsx';

// The server draws whatever a workspace has, at once.
await Promise.all([loadInputs(attributeTypes), loadStaticPages()]);

/** Data as a JSON block: no `<` in it, so nothing in it can end the element. */
const dataBlock = (id: string, data: unknown): string =>
  `<script type="application/json" id="${id}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;

const titles = (): Record<Boot['page'], string> => ({
  form: t('newDeal'),
  submissions: t('submissions.title'),
  bulk: t('bulk.title'),
  setup: t('setup.title'),
  links: t('links.title'),
  preferences: t('preferences.title'),
  'sign-in': t('signIn.action'),
  trouble: t('trouble.title'),
});

/**
 * Makes the whole document: the built `index.html` with the page drawn into it, in its language, and the boot data and what the
 * first paint says beside it.
 * @param template the built index.html, with its three placeholders
 */
export const renderDocument = (template: string, boot: Boot): string =>
  speakingAs(fullVoice(boot.locale), () => {
    const parts: Record<string, string> = {
      title: t('documentTitle', { page: titles()[boot.page] }),
      app: renderToString(<App boot={boot} />),
      boot: dataBlock('boot', boot) + dataBlock('words', firstWords[boot.language]),
    };
    const html = `<html lang="${boot.language}" dir="${directionOf(boot.language)}">`;
    return template.replace(/<html[^>]*>/, html).replace(/<!--(title|app|boot)-->/g, (_, name: string) => parts[name] ?? '');
  });
