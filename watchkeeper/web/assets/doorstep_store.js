// What a phone keeps for the doorstep: the day's people and visits not yet sent, never in clear.
// Used by the pages and by the worker. docs/adr says what this protects against and what it does not.

const SESSION = '/doorstep/session.json'
const PATIENCE = 20000 // milliseconds before a send is tried another time
const text = new TextEncoder()
const words = new TextDecoder()
let mine = null // the key of this page, so that a form open when the day ends can still be kept

function opened () {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('doorstep', 1)
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('held', { keyPath: 'id' })
      asked.result.createObjectStore('unsent', { keyPath: 'id' })
    }
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
}

async function within (store, mode, act) {
  const database = await opened()
  try {
    return await new Promise((resolve, reject) => {
      const all = database.transaction(store, mode, { durability: 'strict' })
      const asked = act(all.objectStore(store))
      all.oncomplete = () => resolve(asked.result)
      all.onabort = all.onerror = () => reject(all.error)
    })
  } finally {
    database.close()
  }
}

const get = (store, id) => within(store, 'readonly', (kept) => kept.get(id))
const put = (store, row) => within(store, 'readwrite', (kept) => kept.put(row))
const remove = (store, id) => within(store, 'readwrite', (kept) => kept.delete(id))

/** Every visit not yet sent, sealed. */
export const unsent = () => within('unsent', 'readonly', (kept) => kept.getAll())

async function sealed (value, { key, keyId }) {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text.encode(JSON.stringify(value)))
  return { iv, data, keyId }
}

async function read (row, key) {
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: row.iv }, key, row.data)
  return JSON.parse(words.decode(plain))
}

/** Forget the day and its key. Visits not sent stay, and nothing on the phone can read them. */
export async function forget () {
  await within('held', 'readwrite', (kept) => kept.clear())
}

/** The key of whoever is signed in; null when nobody is, or the day or the session has ended. */
export async function holder () {
  const held = await get('held', 'key')
  if (held && Date.now() >= held.until) await forget()
  else if (held) mine = held
  return held && Date.now() < held.until ? held : null
}

/** This instant on the service's clock, as far as the phone knows it. */
export async function now () {
  return new Date(Date.now() + ((await holder()) ?? mine ?? { ahead: 0 }).ahead)
}

/** The day's people, opened; null when there is nothing to read. */
export async function day () {
  const [key, row] = [await holder(), await get('held', 'day')]
  return key && row && row.keyId === key.keyId ? read(row, key.key) : null
}

/** Keep the day's people until the day or the session ends. */
export async function keepDay (people) {
  const key = await holder()
  if (key) await put('held', { id: 'day', ...(await sealed(people, key)) })
}

/** Keep a visit: false when nobody's key is here to seal it with. */
export async function keep (id, visit) {
  const key = (await holder()) ?? mine
  if (!key) return false
  await put('unsent', { id, account: key.account, ...(await sealed(visit, key)) })
  return true
}

/** A kept visit, opened; null when it is not there or not ours to read. */
export async function kept (id) {
  const [key, row] = [await holder(), await get('unsent', id)]
  return key && row && row.keyId === key.keyId ? read(row, key.key) : null
}

export const drop = (id) => remove('unsent', id)

/** Who is signed in, and their keys: null without signal, false when nobody is. */
export async function session () {
  const answer = await fetch(SESSION, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) }).catch(() => null)
  if (!answer || answer.status >= 500) return null
  if (!answer.ok) {
    await forget()
    return false
  }
  const told = await answer.json()
  const keys = {}
  for (const each of told.keys) {
    const raw = Uint8Array.from(atob(each.key), (letter) => letter.charCodeAt(0))
    keys[each.id] = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
  }
  const before = await get('held', 'key')
  if (before && before.account !== told.account) await forget()
  mine = {
    id: 'key',
    account: told.account,
    keyId: told.keys[0].id,
    key: keys[told.keys[0].id],
    until: Date.now() + told.seconds * 1000,
    ahead: Date.parse(told.now) - Date.now()
  }
  await put('held', mine)
  return { ...told, keys }
}

/**
 * Send what is kept, one at a time, and take off the phone only what the service says it has.
 * Each goes under its own key, so that sent twice it is stored once.
 */
export function send () {
  return navigator.locks.request('doorstep-send', async () => {
    const sent = []
    const who = (await unsent()).length ? await session() : undefined
    for (const row of who ? await unsent() : []) {
      if (row.account !== who.account || !who.keys[row.keyId]) continue
      const visit = await read(row, who.keys[row.keyId])
      const answer = await fetch(`/visits/${encodeURIComponent(visit.person)}/new/`, {
        method: 'POST',
        body: new URLSearchParams(visit.entries),
        headers: { Accept: 'application/json', 'X-CSRFToken': who.csrf },
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE)
      }).catch(() => null)
      if (!answer) break
      const told = await answer.json().catch(() => ({}))
      if (answer.ok && told.arrival) {
        await remove('unsent', row.id)
        sent.push({ id: row.id, ...told })
      } else if (answer.status === 422 || answer.status === 403) {
        visit.problems = told.problems ?? ['The service refused it']
        await put('unsent', { ...row, ...(await sealed(visit, { key: who.keys[row.keyId], keyId: row.keyId })) })
      }
    }
    return { sent, left: await unsent(), who }
  })
}
