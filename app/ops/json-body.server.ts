/** Reads a JSON object from a program; throws the 415 or 422 answer that says what is wrong with the body itself. */
export async function readJson(request: Request): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    throw Response.json({ error: 'invalid', fields: { '': ['Send application/json.'] } }, { status: 415 })
  }
  try {
    return await request.json()
  } catch {
    throw Response.json({ error: 'invalid', fields: { '': ['The body is not JSON.'] } }, { status: 422 })
  }
}
