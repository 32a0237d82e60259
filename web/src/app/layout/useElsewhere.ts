import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { usePermissions } from '@/api/account';
import { api, body } from '@/api/client';
import type { components } from '@/api/generated/schema';
import { keys } from '@/api/keys';
import { peopleNamed } from '@/api/people';
import type { Person } from '@/api/people';

/** An upload in a list. */
type FoundUpload = components['schemas']['UploadSummaryView'];

const restMs = 250;
const fewest = 2;
const none: readonly never[] = [];

const uploadsNamed = (text: string) =>
  queryOptions({
    queryKey: [...keys.uploads, 'named', text],
    queryFn: async ({ signal }): Promise<readonly FoundUpload[]> =>
      (await body(api.GET('/api/v1/uploads', { params: { query: { q: text, perPage: 5 } }, signal }))).items,
  });

/** What the server finds by a text, once typing rests: uploads by the names of their files, and people. */
export function useElsewhere(typed: string): {
  readonly uploads: readonly FoundUpload[];
  readonly people: readonly Person[];
} {
  const { administer, upload } = usePermissions();
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), restMs);
    return () => clearTimeout(timer);
  }, [typed]);
  const asked = text.length >= fewest;
  const uploads = useQuery({
    ...uploadsNamed(text),
    enabled: asked && upload,
    placeholderData: keepPreviousData,
  });
  const people = useQuery({
    ...peopleNamed(text),
    enabled: asked && administer,
    placeholderData: keepPreviousData,
  });
  return {
    uploads: asked ? (uploads.data ?? none) : none,
    people: asked ? (people.data ?? none) : none,
  };
}
