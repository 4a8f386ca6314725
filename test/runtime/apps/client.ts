import { show } from 'app';

const { search } = location;
show(document.querySelector('#app') as HTMLElement, search.includes('extras'));
