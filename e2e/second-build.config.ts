/** The application as it could be a release later: `offline.spec.ts` updates to it. A part that is loaded late differs, too. */
import { mergeConfig, type UserConfig } from 'vite';
import config from '../vite.config.ts';

const later: UserConfig = {
  plugins: [
    {
      name: 'later',
      transform: (code, id) =>
        id.endsWith('/group-headings.ts') ? code.replace(/(['"])Step\1/, '$1A later heading$1') : null,
    },
  ],
};

export default mergeConfig(config, later);
