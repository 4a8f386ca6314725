import { BackButton } from '@example/ui';
import { Icon } from 'iconloom/react';

export function App() {
  return (
    <>
      <h1>iconloom in a monorepo: admin</h1>
      <p dir="rtl">
        <BackButton />
      </p>
      <ul>
        <li>
          <Icon name="anchor" size={48} label="Ports" id="anchor" />
        </li>
        <li>
          <Icon name="heart" size={48} label="Health" id="heart" />
        </li>
        <li>
          <Icon name="sun" size={48} label="Weather" id="sun" />
        </li>
      </ul>
    </>
  );
}
