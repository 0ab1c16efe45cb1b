import { addingPage } from '../add.ts';

export default addingPage('add-touch-write', 255, 'touch write', 'touch-write');
