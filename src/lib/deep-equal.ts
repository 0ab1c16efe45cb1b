/** Whether two pieces of plain data are equal. */
export { dequal as deepEqual } from 'dequal/lite';
