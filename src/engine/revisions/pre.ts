import { callback } from '../ir/statements.ts';
import type { Revision } from './revision.ts';

// Callers wrote arch_leave … arch_enter by hand for a pause (mm/kasan/shadow.c).
export default {
  id: 'pre',
  order: 10,
  title: 'before the series',
  date: null,
  source: { subject: 'mainline up to 6.19: arch_{enter,leave}_lazy_mmu_mode() called directly', ref: 'v6.19' },
  changed: 'Callers call the arch callbacks directly. Nothing is counted or checked, and nesting is not allowed.',
  aliases: ['6.19'],
  meets: ['6.19'],
  nearest: false,
  forbidsHelpersWhilePaused: false,
  fields: [],
  helpers: {
    enable: [callback('enter')],
    disable: [callback('leave')],
    pause: [callback('leave')],
    resume: [callback('enter')],
  },
  active: null,
} satisfies Revision;
