import { iconHref } from 'virtual:iconloom';

/** An icon that only the server names. */
export const load = () => ({ weather: iconHref('sun') });
