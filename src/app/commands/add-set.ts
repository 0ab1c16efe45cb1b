import { addingPage } from '../add.ts';

export default addingPage('add-set', 220, 'set', 'set', 'w');
