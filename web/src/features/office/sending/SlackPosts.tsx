import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { useMessages } from '@/lib/i18n/messages';
import { linesOf } from './mrkdwn';
import styles from './sending.module.css';
import { words } from './words';

/** A value of a block, which the contract leaves open. */
type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const objects = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const textOf = (value: unknown): string =>
  isObject(value) && typeof value['text'] === 'string' ? value['text'] : '';

/** Posts as Slack shows them, one after the other. */
export function SlackPosts({ posts }: { posts: readonly unknown[] }) {
  const t = useMessages(words);
  return (
    <div className={styles['posts']}>
      {posts.map((post, place) => (
        <article
          key={place}
          className={styles['post']}
          aria-label={posts.length > 1 ? t.post(place + 1, posts.length) : t.slack}
        >
          {objects(isObject(post) ? post['blocks'] : undefined).map((block, at) => (
            <Block key={at} block={block} />
          ))}
        </article>
      ))}
    </div>
  );
}

function Block({ block }: { block: Json }): ReactNode {
  switch (block['type']) {
    case 'header':
      return <h3 className={styles['postHead']}>{textOf(block['text'])}</h3>;
    case 'context':
      return (
        <div className={styles['postSmall']}>
          {objects(block['elements']).map((element, at) => (
            <Mrkdwn key={at} text={textOf(element)} />
          ))}
        </div>
      );
    case 'divider':
      return <hr className={styles['postLine']} />;
    case 'actions':
      return (
        <div className="row wrapped">
          {objects(block['elements']).map((element, at) => (
            <span key={at} className={styles['postButton']}>
              {textOf(element['text'])}
            </span>
          ))}
        </div>
      );
    default: {
      const fields = objects(block['fields']);
      return (
        <>
          {isObject(block['text']) && <Mrkdwn text={textOf(block['text'])} />}
          {fields.length > 0 && (
            <div className={styles['postFields']}>
              {fields.map((field, at) => (
                <Mrkdwn key={at} text={textOf(field)} />
              ))}
            </div>
          )}
        </>
      );
    }
  }
}

function Mrkdwn({ text }: { text: string }) {
  return (
    <div>
      {linesOf(text).map(({ quoted, pieces }, at) => (
        <p key={at} className={quoted ? styles['quoted'] : undefined}>
          {pieces.map((piece, place) =>
            piece.strong ? (
              <strong key={place}>{piece.text}</strong>
            ) : (
              <Fragment key={place}>{piece.text}</Fragment>
            ),
          )}
        </p>
      ))}
    </div>
  );
}
