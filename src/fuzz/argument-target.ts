import { cliCommands } from '../cli/commands/index.ts';
import { EXIT } from '../cli/io.ts';
import { runCli } from '../cli/run-cli.ts';
import { assert } from '../lib/assert.ts';
import { drawFrom, type Random } from '../lib/random.ts';
import { ok } from '../lib/result.ts';
import { drawShape } from './draw-shape.ts';
import { NUMBERS } from './fragments.ts';
import type { Shape } from './shape.ts';
import type { FuzzTarget } from './target.ts';

/** Separates arguments; what follows the last one is standard input. No argument of a process has this character. */
const END = '\0';
/** Bounds of the searches: their length is not what is tested here. */
const BOUNDS: Readonly<Record<string, readonly string[]>> = {
  check: ['--max-states=50', '--max-length=2'],
  diff: ['--max-states=50', '--max-length=2'],
  promela: ['--max-length=2'],
};

export const argumentTarget: FuzzTarget = {
  weight: 2,
  draw(random) {
    const command = drawFrom(random, cliCommands.all);
    const options = Array.from({ length: random(5) }, () => drawOption(random, command.options)).flat();
    const heads = [command.id, ...(BOUNDS[command.id] ?? [])].map((one): Shape[number] => [`${one}${END}`, 1]);
    return [
      ...(random(20) === 0 ? [] : heads),
      ...options,
      ...drawShape(random, drawFrom(random, ['notation', 'link'])),
    ];
  },
  async read(text) {
    const argv = text.split(END);
    const stdin = argv.pop() ?? '';
    const exit = await runCli(argv, {
      version: '1.2.3',
      isStdinTerminal: false,
      readStdin: () => Promise.resolve(ok(stdin)),
      readFile: () => Promise.resolve(ok(stdin)),
      stdout: () => Promise.resolve(),
      stderr: (message) => assert(!message.includes('internal error'), message),
    });
    assert(exit !== EXIT.bug && Object.values<number>(EXIT).includes(exit), `it exits with ${exit}`);
  },
};

function drawOption(
  random: Random,
  options: Readonly<Record<string, { readonly choices?: readonly string[] }>>,
): Shape {
  const names = Object.keys(options);
  const name = names.length === 0 || random(10) === 0 ? 'help' : drawFrom(random, names);
  const { choices = ['A', '-'] } = options[name] ?? {};
  const known = random(3) > 0 && choices.length > 0;
  const value: Shape = known
    ? [[drawFrom(random, choices), 1]]
    : random(2) === 0
      ? [[drawFrom(random, NUMBERS), 1]]
      : drawShape(random, 'words');
  const argument: Shape = [[`--${name}`, 1], ...(random(3) === 0 ? [] : ([['=', 1], ...value] as Shape)), [END, 1]];
  return random(1000) === 0 ? [[argument.map(([part]) => part).join(''), 100_000]] : argument;
}
