import type { FastifyReply } from 'fastify';
import { sha256 } from '../sha256.ts';
import { Html, html } from './html.ts';
import { style } from './style.ts';

type Page = {
  title: string;
  main: Html;
  /** A small card in the middle, for questions and errors. */
  narrow?: boolean;
  /** Where a form may lead. Chromium applies `form-action` to redirects as well, so the target of those belongs here too. */
  formTargets?: readonly string[];
};

// Not escaped: its characters are ours, and the policy's hash is of exactly these.
const STYLE = new Html(`<style>${style}</style>`);
const STYLE_HASH = sha256(style, 'base64');

/** Answers an HTML page of the sandbox: no script, nothing from elsewhere, not for search engines. */
export function sendPage(reply: FastifyReply, status: number, { title, main, narrow, formTargets }: Page): FastifyReply {
  const formAction = formTargets ? `'self' ${formTargets.join(' ')}` : "'none'";
  const policy = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; img-src data:; form-action ${formAction}; base-uri 'none'; frame-ancestors 'none'`;
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Sandbox</title>
<link rel="icon" href="data:,">
${STYLE}
</head>
<body>
<header><a href="/">Sandbox</a>: a pretend Attio on this computer</header>
<main class="${narrow ? 'narrow' : 'wide'}">
${main}
</main>
</body>
</html>
`;
  return reply
    .code(status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
      'cache-control': 'no-store',
    })
    .send(document.text);
}
