import { HELPERS } from './words.ts';

/** Help for a word of the notation. */
export interface WordHelp {
  /** Examples of its use. */
  readonly form: string;
  /** One sentence. */
  readonly says: string;
}

const CALLS: Readonly<Record<string, string>> = {
  enable:
    'Opens a section: until it closes, the architecture may defer updates, or the flushes and barriers they need.',
  disable: 'Closes a section: everything pending is flushed, even if the section is nested.',
  pause: 'Leaves the mode temporarily: everything pending is flushed.',
  resume: 'Ends a pause.',
};

/** Help by word, for every word that begins an event and for those that follow one. */
export const WORD_HELP: Readonly<Record<string, WordHelp>> = {
  ...Object.fromEntries(
    HELPERS.map((helper) => [helper, { form: `${helper} · ${helper} after 3 { … }`, says: CALLS[helper] ?? '' }]),
  ),
  set: {
    form: 'set 3 · set k1 · set 0..7',
    says: 'Writes a new entry for a page; the n-th set of a page writes value n.',
  },
  clear: { form: 'clear 3', says: 'Clears the entry of a page.' },
  'get-and-clear': { form: 'get-and-clear 3', says: 'Clears the entry and returns its old value in one operation.' },
  wrprotect: { form: 'wrprotect 3', says: 'Makes the entry of a page read-only.' },
  read: { form: 'read 3 · read raw 3', says: 'Reads the entry with ptep_get(), or with "raw" directly from memory.' },
  touch: {
    form: 'touch 3 · touch 3 write',
    says: 'Accesses the page through its mapping: a load, or with "write" a store.',
  },
  'flush-tlb': { form: 'flush-tlb', says: "The architecture's own TLB flush." },
  'gather-flush': { form: 'gather-flush', says: 'The flush at the end of an mmu_gather, before pages are freed.' },
  irq: { form: 'irq { … }', says: 'An interrupt on top of the running task, with the events of its handler.' },
  softirq: {
    form: 'softirq { … }',
    says: 'A softirq on top of the running task; skipped while bottom halves are disabled.',
  },
  bh: { form: 'bh off · bh on', says: 'Disables and enables bottom halves: in_interrupt() is true in between.' },
  switch: {
    form: 'switch B · switch B cpu 1',
    says: 'Switches this CPU, or another one, to a task, through the hooks of the architecture.',
  },
  task: { form: 'task B mm m2', says: 'Sets the mm of a task before it first runs; the default is m1.' },
  sleep: { form: 'sleep', says: 'A point that may sleep.' },
  exit: { form: 'exit', says: 'The running task exits.' },
  note: { form: 'note "…"', says: 'A comment; it has no effect.' },
  repeat: { form: 'repeat 3 { … }', says: 'Repeats its events this many times.' },
  after: {
    form: 'enable after 3 { … }',
    says: 'The events in the braces happen inside the call, after that statement, write or callback.',
  },
  before: {
    form: 'enable before callback { … }',
    says: 'The events in the braces happen inside the call, before its callback.',
  },
  range: {
    form: 'enable range 0..7',
    says: 'Announces the pages that the section may change, as in the pending s390 series.',
  },
};
