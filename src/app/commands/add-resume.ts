import { adding } from '../add.ts';

export default adding({
  id: 'add-resume',
  order: 215,
  title: 'resume',
  letter: 'r',
  event: () => ({ kind: 'call', helper: 'resume' }),
});
