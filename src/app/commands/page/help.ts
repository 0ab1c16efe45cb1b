import { showing } from '../../command/showing.ts';

export default showing({ id: 'help', order: 650, title: 'help: all keys', group: 'page', keys: ['?'], dialog: 'help' });
