import { addingPage } from '../add.ts';

export default addingPage('add-read', 240, 'read', 'read');
