import cors from 'cors';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { requestIdHeader } from './logging.ts';

/** Browser features that no page uses, and so no script may. */
const unused = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
];

/**
 * Headers that keep pages from running, loading or being framed by anything foreign. `hsts` is the number of seconds
 * for which browsers must use HTTPS only; 0 sends no such header.
 */
export function secureHeaders(hsts: number) {
  const usual = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: hsts > 0 && { maxAge: hsts, includeSubDomains: false },
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
  });
  const permissions = unused.map((feature) => `${feature}=()`).join(', ');
  return (request: Request, response: Response, next: NextFunction): void => {
    response.set('Permissions-Policy', permissions);
    usual(request, response, next);
  };
}

/** Headers that scripts of other sites may read besides the body. */
const exposed = [
  'Accept-Ranges',
  'Content-Disposition',
  'Content-Range',
  'ETag',
  'Link',
  'Retry-After',
  requestIdHeader,
];

const shared = cors({ methods: ['GET', 'HEAD'], exposedHeaders: exposed, maxAge: 86_400 });

/** Lets scripts of every site read an answer, and answers preflight requests: nothing here is private. */
export function openToAll(request: Request, response: Response, next: NextFunction): void {
  response.set('Cross-Origin-Resource-Policy', 'cross-origin');
  shared(request, response, next);
}

const sharedByPost = cors({
  methods: ['POST'],
  allowedHeaders: [
    'Content-Type',
    'Accept',
    'Authorization',
    'Mcp-Protocol-Version',
    'Mcp-Session-Id',
    'Last-Event-ID',
  ],
  exposedHeaders: ['Retry-After', requestIdHeader],
  maxAge: 86_400,
});

/** The same for assistants, which may run in pages too. */
export function openToAssistants(request: Request, response: Response, next: NextFunction): void {
  response.set('Cross-Origin-Resource-Policy', 'cross-origin');
  sharedByPost(request, response, next);
}

/** Lets other sites show the image of a chart, which contains nothing but its own typeface. */
export function allowShowing(response: Response): void {
  response.set(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:",
  );
}

/** Lets other sites frame a page, which sends no form. */
export function allowFraming(response: Response): void {
  response.removeHeader('X-Frame-Options');
  response.set(
    'Content-Security-Policy',
    "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors *",
  );
}
