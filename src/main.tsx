import { createRoot } from 'react-dom/client';
import { startApp } from './app/app.ts';
import { browserServices } from './app/browser/browser.ts';
import './main.css';
import { AppContext } from './components/hooks/context.ts';
import { Page } from './features/page/Page.tsx';

// Only the served build has a service worker beside it: not the development server, not the page in one file.
const app = startApp(browserServices(window, import.meta.env.MODE === 'production' ? 'sw.js' : null));

// What a link asks is searched for beside the first drawing, and the parts that show it are fetched beside it, too. Where they cannot
// be, what draws them says so.
if (app.store.getState().question !== null) {
  const asked = import('./features/explore/take-question.ts').then(({ takeQuestion }) => takeQuestion(app));
  void Promise.allSettled([
    asked,
    import('./features/page/DialogFrame.tsx'),
    import('./features/explore/ExploreDialog.tsx'),
  ]);
}

// Before anything is drawn, so that no other theme flashes up.
const wantsMore = matchMedia('(prefers-contrast: more)');
const applyTheme = () => {
  const { theme } = app.store.getState();
  const { dataset } = document.documentElement;
  dataset.theme = theme;
  dataset.contrast = theme === 'contrast' || wantsMore.matches ? 'more' : 'plain';
};
applyTheme();
wantsMore.addEventListener('change', applyTheme);
app.store.subscribe(applyTheme);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <AppContext value={app}>
    <Page />
  </AppContext>,
);
