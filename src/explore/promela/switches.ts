import { type SearchScope, tasksOf } from '../kernel-space/scope.ts';
import type { ArchitectureText } from './architecture.ts';

/** Where tasks run, as parts of a model. */
export interface SwitchesText {
  readonly variables: readonly string[];
  readonly inlines: readonly string[];
  /** Condition for the running task to be an active one. */
  readonly acting: readonly string[];
  readonly options: readonly SwitchOption[];
}

export interface SwitchOption {
  readonly comment: string;
  readonly guards: readonly string[];
  readonly statements: string;
  /** What a switch adds to the length of a program. */
  readonly cost: number;
}

/** A switch names a task and, with two CPUs, a CPU. A switch to where the task already runs does not exist. */
export function switchesText(scope: SearchScope): SwitchesText {
  const preempted = scope.preempt !== 'none';
  const lines = ['/* Tasks. Task B has not run yet. */', '#define A 0', '#define B 1'];
  if (scope.cpus === 2) return onTwoCpus(scope, lines);
  const two = scope.tasks === 2;
  const option: SwitchOption = two
    ? { comment: 'the other task runs', guards: [], statements: 'current = !current; b_ran = true', cost: 1 }
    : { comment: 'B runs idly, then A runs again', guards: [], statements: 'b_ran = true', cost: 2 };
  return {
    variables: [
      ...lines,
      two ? 'bit current = A;' : '#define current A',
      ...(tasksOf(scope).length > 1 ? ['bool b_ran = false;'] : []),
    ],
    inlines: [],
    acting: [],
    options: preempted ? [option] : [],
  };
}

/**
 * Writes a switch with the architecture's steps. `statements` is the switch itself, `goesOn` resumes an interrupted
 * call after it.
 */
export function switchStatements(
  { tasks, cpus }: SearchScope,
  { refuses }: ArchitectureText,
  statements: string,
  goesOn: string,
): string {
  const unless = (then: string) => (refuses ? `if :: refused -> refused = false :: else -> ${then} fi` : then);
  if (cpus === 2) return `switch_${statements};\n       ${unless(statements + goesOn)}`;
  if (tasks === 2) {
    const step = 'if :: current == A -> switch_to_B() :: else -> switch_to_A() fi';
    return `${step};\n       ${unless(statements + goesOn)}`;
  }
  return `switch_to_B();\n       ${unless(`${statements}; if :: over == 0 -> switch_to_A()${goesOn} :: else fi`)}`;
}

const CPUS = [0, 1] as const;

function onTwoCpus({ tasks, preempt }: SearchScope, lines: readonly string[]): SwitchesText {
  const moves = ['A', 'B'].flatMap((task) => CPUS.map((cpu) => ({ task, cpu, name: `${task}_on_${cpu}` })));
  return {
    variables: [
      ...lines,
      '',
      '/* The task on each CPU, the current CPU, and where each task ran last. */',
      '#define NOBODY 2',
      '#define NEVER 2',
      'byte on_0 = A;',
      'byte on_1 = NOBODY;',
      'bit here = 0;',
      'byte last_of_A = 0;',
      'byte last_of_B = NEVER;',
      'bool cpu_1_used = false;',
      '#define current (here == 0 -> on_0 : on_1)',
    ],
    inlines: moves.flatMap(({ task, cpu, name }) => [
      `inline ${name}() {`,
      `  if :: on_${cpu} != ${task} ->`,
      `     if :: on_${1 - cpu} == ${task} -> on_${1 - cpu} = NOBODY :: else fi;`,
      `     on_${cpu} = ${task}; last_of_${task} = ${cpu}`,
      '  :: else fi;',
      `  here = ${cpu}${cpu === 1 ? '; cpu_1_used = true' : ''}`,
      '}',
    ]),
    acting: tasks === 1 ? ['current == A'] : [],
    options: moves.flatMap(({ task, cpu, name }) => {
      const comment = `the program continues with ${task} on CPU ${cpu}`;
      const guards = [`(current != ${task} || here != ${cpu})`];
      return preempt === 'none' ? [] : [{ comment, guards, statements: `${name}()`, cost: 1 }];
    }),
  };
}
