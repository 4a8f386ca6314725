import { BackButton } from '@example/ui';
import { Icon } from 'iconloom/react';

export function App() {
  return (
    <>
      <h1>iconloom in a monorepo: web</h1>
      <p>
        <Icon name="heart" size={48} id="heart" />
        <Icon name="sun" size={48} label="Sunny" id="sun" />
      </p>
      <p dir="rtl">
        <BackButton />
      </p>
    </>
  );
}
