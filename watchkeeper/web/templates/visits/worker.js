// Answers without signal with the doorstep's one page, and sends what was kept when signal is back.
import { forget, send } from '{{ store }}'

const CACHE = 'doorstep-{{ version }}'
const KEPT = {{ kept | tojson }}
const SHELL = '{{ shell }}'
const WEAK = 8000 // milliseconds of waiting that count as no signal

addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE)
    .then((cache) => cache.addAll(KEPT.map((each) => new Request(each, { cache: 'reload' }))))
    .then(() => self.skipWaiting()))
})

addEventListener('activate', (event) => {
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names.filter((name) => name.startsWith('doorstep-') && name !== CACHE).map((name) => caches.delete(name))))
    .then(() => self.clients.claim()))
})

addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== location.origin) return
  if (request.method === 'POST' && pathname === '{{ sign_out }}') event.respondWith(signOut(request))
  else if (request.method !== 'GET') return
  else if (request.mode === 'navigate') event.respondWith(navigate(request, pathname))
  else if (KEPT.includes(pathname)) event.respondWith(caches.match(pathname).then((found) => found ?? fetch(request)))
})

addEventListener('sync', (event) => event.waitUntil(send().then(async ({ left, who }) => {
  for (const page of await self.clients.matchAll()) page.postMessage('sent')
  if (left.length && who === null) throw new Error('no signal')
})))

async function navigate (request, pathname) {
  const waits = [fetch(request).catch(() => null)]
  if (pathname.startsWith('/visits/')) waits.push(new Promise((resolve) => setTimeout(resolve, WEAK, null)))
  const answer = await Promise.race(waits)
  if (!answer || [502, 503, 504].includes(answer.status)) return (await caches.match(SHELL)) ?? answer ?? Response.error()
  if (pathname === '{{ sign_in }}' && answer.ok) await forget() // nobody is signed in any more
  return answer
}

async function signOut (request) {
  await forget()
  return fetch(request).catch(() => Response.redirect('/visits/'))
}
