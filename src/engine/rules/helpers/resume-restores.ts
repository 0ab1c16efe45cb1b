import { currentOf, taskOf } from '../../machine.ts';
import { activeOf } from '../../setup/world.ts';
import type { Rule } from '../rule.ts';

export default {
  id: 'resume-restores',
  order: 50,
  title: 'resume() restores what its pause() found',
  severity: 'warning',
  why: 'A pause must be invisible to the code around it.',
  source: 'resume restores the mode at the same nesting level (nesting patch, changelog); scenarios [B] to [D] on v4',
  reads: ['open-calls', 'entered', 'found'],
  on: ['return'],
  judge(occasion, machine, world) {
    if (occasion.at !== 'return' || occasion.helper !== 'resume' || !occasion.effective) return null;
    const found = occasion.pair?.effective ? occasion.pair.found : undefined;
    const id = currentOf(machine);
    if (!found || id === null) return null;
    const task = taskOf(machine, id);
    const active = activeOf(world, task);
    if (active === found.active && task.entered === found.entered) return null;
    const values = { 'entered then': found.entered, 'entered now': task.entered };
    if (active === null) return { clause: 'resume() did not restore what pause() found', values };
    return {
      clause: 'resume() did not restore what pause() found',
      values: { 'active then': found.active, 'active now': active, ...values },
    };
  },
} satisfies Rule;
