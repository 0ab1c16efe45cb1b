import { addingPage } from '../add.ts';

export default addingPage('add-clear', 225, 'clear', 'clear');
