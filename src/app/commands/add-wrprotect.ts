import { addingPage } from '../add.ts';

export default addingPage('add-wrprotect', 235, 'wrprotect', 'wrprotect');
