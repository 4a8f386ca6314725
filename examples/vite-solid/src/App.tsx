import { Icon } from 'iconloom/solid';

export function App() {
  return (
    <>
      <h1>iconloom with Vite and Solid</h1>
      <p>
        <Icon name="heart" size={48} id="heart" />
        <Icon name="sun" size={48} label="Sunny" id="sun" />
      </p>
      <p dir="rtl">
        <button type="button" aria-label="Back">
          <Icon name="arrow-back" size={48} id="arrow-back" />
        </button>
      </p>
    </>
  );
}
