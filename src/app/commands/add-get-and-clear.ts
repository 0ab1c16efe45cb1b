import { addingPage } from '../add.ts';

export default addingPage('add-get-and-clear', 230, 'get-and-clear', 'get-and-clear');
