import { addingPage } from '../add.ts';

export default addingPage('add-read-raw', 245, 'read raw', 'read-raw');
