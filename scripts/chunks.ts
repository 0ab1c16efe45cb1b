import type { Plugin, Rolldown } from 'vite';

type Groups = Exclude<Rolldown.OutputOptions['codeSplitting'], boolean | undefined>;

/** The bundler's own few helpers, which it puts into no group. */
const RUNTIME = 'rolldown-runtime';

/** Bytes before compression below which a request costs more than it brings. */
const MIN_CHUNK_BYTES = 5000;

/**
 * One chunk for the first paint, and one for each thing that a person may ask for later. Left alone, every module that two
 * of them share would be a request of its own. A module belongs to the group of the highest priority that takes it.
 */
export const CHUNKS: Groups = {
  groups: [
    { name: 'page', priority: 9, tags: ['$initial'], test: (id) => !id.endsWith('service-worker.ts') },
    { name: 'editor', priority: 8, test: /features\/editor\/CodeEditor|@codemirror|@lezer/ },
    { name: 'drag', priority: 7, test: /@atlaskit|hooks\/dragging/ },
    { name: 'panels', priority: 5, test: /features\/(findings|inspector|share\/MailText|timeline\/Minimap)/ },
    {
      name: 'menus',
      priority: 6,
      test: /components\/(menu|hooks\/use-menu|TipLayer)|ArchitecturesBox|react-(dropdown-)?menu/,
    },
    { name: 'picture', priority: 4, test: /features\/share\/\w*Picture|src\/picture/ },
    { name: 'compare', priority: 3, test: /features\/(compare|model)/ },
    { name: 'explore', priority: 3, test: /features\/explore|app\/explore/ },
    { name: 'presentation', priority: 2, test: /features\/(presentation|embed)|app\/embed/ },
    { name: 'dialogs', priority: 1, test: /Dialog(Frame)?\.tsx$|features\/(palette|help|documents)|cmdk/ },
  ],
};

/** Fails a build with a chunk that is not worth its request: CHUNKS is to say where its modules go. */
export const noSmallChunks = (): Plugin => ({
  name: 'no-small-chunks',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const small = Object.values(bundle).filter(
        (output) =>
          output.type === 'chunk' &&
          output.name !== RUNTIME &&
          output.fileName.startsWith('assets/') &&
          output.code.length < MIN_CHUNK_BYTES,
      );
      if (small.length === 0) return;
      const names = small.map(({ fileName }) => fileName).join(', ');
      this.error(
        `chunks of less than ${MIN_CHUNK_BYTES} bytes: ${names}; expected each in a group of scripts/chunks.ts`,
      );
    },
  },
});
