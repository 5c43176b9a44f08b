import './page.css';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { loadInputs } from '../attributes/inputs-by-type.tsx';
import type { Boot } from '../contract/boot.ts';
import { loadLaterWords } from '../words/later-words.ts';
import { speakBy, voiceOf } from '../words/t.ts';
import { App, loadStaticPages } from './App.tsx';
import { loadCrashPage } from './later.tsx';
import { keepOffline } from './offline/keep-offline.ts';

const root = document.getElementById('app');
const [data, words] = ['boot', 'words'].map((id) => document.getElementById(id)?.textContent);
if (root && data && words) {
  // Written by the server that drew this very document, so taken as it is: the schemas come with the first key.
  const boot = JSON.parse(data) as Boot;
  const voice = voiceOf(boot.locale, JSON.parse(words));
  speakBy(() => voice);
  const app = <App boot={boot} />;
  const types = boot.deal_form?.fields.map(({ type }) => type) ?? [];
  const draw = () => {
    const onUncaughtError = (error: unknown) => {
      console.error(error);
      void loadCrashPage().then(({ CrashPage }) => drawn.render(<CrashPage />));
    };
    // The development server sends an empty page; every other one comes drawn.
    const isDrawn = root.hasChildNodes();
    const drawn: Root = isDrawn ? hydrateRoot(root, app, { onUncaughtError }) : createRoot(root, { onUncaughtError });
    if (!isDrawn) drawn.render(app);
  };
  const isStatic = boot.page === 'sign-in' || boot.page === 'trouble';
  if (!isStatic) {
    // Where an input could not be fetched, a word stands in its place.
    loadInputs(types).then(draw, draw);
  } else if (!root.hasChildNodes()) void Promise.all([loadStaticPages(), loadLaterWords()]).then(draw);
  keepOffline();
}
