import { createRoot } from 'react-dom/client';
import { startApp } from './app/app.ts';
import { browserServices } from './app/browser/browser.ts';
import { trustedScriptUrl } from './app/browser/trusted-scripts.ts';
import './main.css';
import { AppContext } from './components/hooks/context.ts';
import { AppPage } from './features/page/AppPage.tsx';

/** The address of the published page, which the build was given; null where it was not. */
declare const LAZYMMU_BASE_URL: string | null;

function start(): void {
  // Only the served build has a service worker beside it: not the development server, not the page in one file.
  const worker = import.meta.env.MODE === 'production' ? trustedScriptUrl('sw.js') : null;
  const app = startApp(browserServices(window, worker, LAZYMMU_BASE_URL));

  // A link with a query starts its search beside the first drawing, and fetches the parts that show the answer. Where these cannot be
  // loaded, whatever draws them reports it.
  if (app.store.getState().linkedQuery !== null) {
    const search = import('./features/explore/run-linked-query.ts').then(({ runLinkedQuery }) => runLinkedQuery(app));
    void Promise.allSettled([
      search,
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
      <AppPage />
    </AppContext>,
  );
}

// A task of its own: the modules have just been evaluated, and the program of a link may be long.
setTimeout(start);
