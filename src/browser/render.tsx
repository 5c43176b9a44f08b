import { renderToString } from 'react-dom/server';
import { loadInputs } from '../attributes/inputs-by-type.tsx';
import type { Boot } from '../contract/boot.ts';
import { attributeTypes } from '../contract/deal-form.ts';
import { en } from '../words/en.ts';
import { laterWords } from '../words/later-words.ts';
import { App, loadStaticPages } from './App.tsx';

// The server draws whatever a workspace has, at once.
await Promise.all([loadInputs(attributeTypes), loadStaticPages()]);

/** The boot data as a JSON data block: no `<` in it, so nothing in it can end the element. */
const dataBlock = (boot: Boot): string =>
  `<script type="application/json" id="boot">${JSON.stringify(boot).replaceAll('<', '\\u003c')}</script>`;

const titles: Record<Boot['page'], string> = {
  form: en.newDeal,
  submissions: en.submissions.title,
  setup: en.setup.title,
  links: en.links.title,
  preferences: en.preferences.title,
  'sign-in': laterWords.signIn.action,
  trouble: laterWords.trouble.title,
};

/**
 * Makes the whole document: the built `index.html` with the page drawn into it and the boot data beside it.
 * @param template the built index.html, with its three placeholders
 */
export function renderDocument(template: string, boot: Boot): string {
  const parts: Record<string, string> = {
    title: laterWords.documentTitle(titles[boot.page]),
    app: renderToString(<App boot={boot} />),
    boot: dataBlock(boot),
  };
  return template.replace(/<!--(title|app|boot)-->/g, (_, name: string) => parts[name] ?? '');
}
