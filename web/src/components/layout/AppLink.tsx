import { Link, useLocation } from 'react-router';
import type { LinkProps } from 'react-router';

/** What stays when one goes to another page: the day that is looked at. Tabs of one page keep their filters too. */
const everywhere = ['asOf'];
const withinPage = ['asOf', 'from', 'to', 'period', 'production', 'grain', 'category'];

/** The part of the present query that the next page keeps, with its question mark. */
export function carriedQuery(search: string, samePage = false): string {
  const present = new URLSearchParams(search);
  const kept = new URLSearchParams();
  for (const name of samePage ? withinPage : everywhere) {
    present.getAll(name).forEach((value) => kept.append(name, value));
  }
  const text = kept.toString();
  return text === '' ? '' : `?${text}`;
}

/** The address of another page with what stays of the present query, beside what the address itself asks for. */
export function carriedPath(to: string, search: string): string {
  const [pathname = '', own = ''] = to.split('?');
  const query = new URLSearchParams(carriedQuery(search));
  new URLSearchParams(own).forEach((value, name) => query.append(name, value));
  const text = query.toString();
  return text === '' ? pathname : `${pathname}?${text}`;
}

/** A link to another page that keeps the day that is looked at, beside what the link itself asks for. */
export function AppLink({ to, ...rest }: Omit<LinkProps, 'to'> & { to: string }) {
  const { search } = useLocation();
  return <Link to={carriedPath(to, search)} {...rest} />;
}
