import { Icon } from '../components/icon';
import { Like } from '../components/like';

export default function Page() {
  return (
    <main>
      <h1>iconloom with Next</h1>
      <p>
        <Like />
        <Icon name="sun" size={48} label="Sunny" id="sun" />
      </p>
      <p dir="rtl">
        <button type="button" aria-label="Back">
          <Icon name="arrow-back" size={48} id="arrow-back" />
        </button>
      </p>
    </main>
  );
}
