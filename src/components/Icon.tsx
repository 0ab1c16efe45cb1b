/** Paths on a 16 by 16 grid. Drawn rather than typed: characters such as ▶ are emoji on some systems. */
const PATHS = {
  first: 'M12.5 3.5v9L6 8zM3.5 3.5v9',
  back: 'M11 3.5v9L4.5 8z',
  play: 'M8 1.7a6.3 6.3 0 1 0 0 12.6A6.3 6.3 0 0 0 8 1.7zM6.5 5.3v5.4L10.8 8z',
  pause: 'M8 1.7a6.3 6.3 0 1 0 0 12.6A6.3 6.3 0 0 0 8 1.7zM6.4 5.5v5M9.6 5.5v5',
  into: 'M8 2v7M5 6.3 8 9.3l3-3M3 12.5h10',
  forward: 'M5 3.5v9L11.5 8z',
  last: 'M3.5 3.5v9L10 8zM12.5 3.5v9',
  earlier: 'M12.5 8h-9M7 4.5 3.5 8 7 11.5',
  later: 'M3.5 8h9M9 4.5l3.5 3.5L9 11.5',
  duplicate: 'M5.5 5.5h7v7h-7zM3.5 10.5v-7h7',
  download: 'M8 2v8M5 7.3 8 10.3l3-3M3 13.5h10',
  off: 'M3 8h10M5.5 4.5h5a3.5 3.5 0 0 1 0 7h-5a3.5 3.5 0 0 1 0-7z',
  remove: 'M3 4.5h10M6.3 4.5v-2h3.4v2M4.5 4.5l.6 9h5.8l.6-9M6.8 7v4M9.2 7v4',
  documents: 'M2.5 12.5v-9h4l1.5 2h5.5v7zM2.5 7.5h11',
  rename: 'M3 13l.6-2.6 7-7 2 2-7 7zM9.2 4.8l2 2',
  close: 'M4 4l8 8M12 4l-8 8',
  select: 'M2.5 5v-2.5H5M11 2.5h2.5V5M13.5 11v2.5H11M5 13.5H2.5V11M5.5 5.5h5v5h-5z',
  undo: 'M6.5 3.5 3.5 6.5l3 3M3.5 6.5h5.5a3 3 0 0 1 0 6H6.5',
  redo: 'M9.5 3.5l3 3-3 3M12.5 6.5H7a3 3 0 0 0 0 6h2.5',
  light:
    'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.5v1.2M8 13.3v1.2M1.5 8h1.2M13.3 8h1.2M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9',
  dark: 'M12.8 9.6A5.3 5.3 0 0 1 6.4 3.2a5.3 5.3 0 1 0 6.4 6.4z',
  system: 'M8 1.7a6.3 6.3 0 1 0 0 12.6A6.3 6.3 0 0 0 8 1.7zM8 3v10A5 5 0 0 1 8 3z',
  narrower: 'M6.7 2.5a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4zM9.8 9.8l3.7 3.7M4.7 6.7h4',
  wider: 'M6.7 2.5a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4zM9.8 9.8l3.7 3.7M4.7 6.7h4M6.7 4.7v4',
  fit: 'M2.5 3.5v9M13.5 3.5v9M4.5 8h7M6.5 6l-2 2 2 2M9.5 6l2 2-2 2',
  contrast: 'M2 2v12h12V2zM12.5 3.5v9h-9z',
  present: 'M1.5 2.5h13M2.5 2.5v8h11v-8M5.5 14 8 10.5l2.5 3.5M6.8 4.8v3.4L9.7 6.5z',
  help: 'M6 6a2 2 0 1 1 2.8 1.8c-.6.3-.8.7-.8 1.4M8 11.8v.1',
  chevron: 'M4.5 6.5 8 10l3.5-3.5',
  up: 'M4.5 9.5 8 6l3.5 3.5',
  check: 'M3.5 8.5l3 3 6-7',
  add: 'M8 3.5v9M3.5 8h9',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3l3.2 3.2',
} as const;

export type IconName = keyof typeof PATHS;

const SOLID: readonly IconName[] = ['first', 'back', 'forward', 'last'];
/** Filled without an outline; a hole has the opposite winding. */
const AREAS: readonly IconName[] = ['system', 'contrast'];

export const Icon = ({ name }: { name: IconName }) => (
  <svg
    className={`icon ${SOLID.includes(name) ? 'icon-solid' : AREAS.includes(name) ? 'icon-areas' : ''}`}
    viewBox="0 0 16 16"
    aria-hidden="true"
  >
    <path d={PATHS[name]} />
  </svg>
);
