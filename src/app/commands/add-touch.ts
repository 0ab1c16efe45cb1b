import { addingPage } from '../add.ts';

export default addingPage('add-touch', 250, 'touch', 'touch');
