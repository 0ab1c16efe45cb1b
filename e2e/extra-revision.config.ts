/** The application with one more revision, as a later release would have it: `two-builds.spec.ts` opens it beside the build under test. */
import { mergeConfig, type UserConfig } from 'vite';
import config from '../vite.config.ts';

const later: UserConfig = {
  plugins: [
    {
      name: 'extra-revision',
      // Before the types are removed: what is added is a table of two entries in the place of one.
      enforce: 'pre',
      transform: (code, id) =>
        id.endsWith('/revisions/whatif-saturate.ts')
          ? `${code.replace('export default {', 'const own = {')}
export default [own, { ...own, id: 'v99', order: 990, title: 'of a later release' }];`
          : null,
    },
  ],
};

export default mergeConfig(config, later);
