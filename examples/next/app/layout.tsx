import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import 'iconloom/rtl.css';
import './page.css';

export const metadata: Metadata = {
  title: 'iconloom with Next',
  icons: 'data:,',
};

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
