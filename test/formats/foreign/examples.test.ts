import { describe, expect, it } from 'vitest'
import { healthSieve } from '../../../src/formats/foreign/health-sieve.ts'
import type { About } from '../../../src/formats/importer.ts'
import { importers } from '../../../src/formats/importers.ts'
import { readGivenJournal } from '../../../src/formats/read-in.ts'
import { aStamp } from '../../helpers/a-journal.ts'
import { given, readForeign, readNamed } from '../../helpers/foreign.ts'

const lines = (name: string) => readNamed(name).odd.map(({ line, reason }) => `${line}: ${reason}`)

describe('jrnl', () => {
  it('becomes entries by its headers; other words in brackets stay words', () => {
    const { entries, odd } = readNamed('jrnl.txt')
    expect(entries).toMatchObject([
      {
        text: 'The first evening alone.\nCooked for one. @Home and @c++ again, write to me@example.org.\n\n[This morning my wife called] and I did not pick up.',
        at: '2024-03-01T21:30:00+00:00',
        ...{ zone: 'Europe/Lisbon', tags: ['home', 'c++'], starred: true },
      },
      { text: 'Walked to the river. It was cold.', at: '2024-03-02T07:05:00+00:00' },
      { text: '日本。川まで歩いた', day: '2024-03-04' },
    ])
    expect(entries[1]).not.toHaveProperty('starred')
    expect(odd).toEqual([{ line: 6, reason: 'its date is no day' }])
  })

  it('names what stands before its first date', () => {
    const content = Buffer.from('\nMy diary.\n\n[2024-03-01 10:00] A day.\n')
    const jrnl = importers.find(({ id }) => id === 'jrnl')
    const read = readGivenJournal({ name: 'a.txt', content }, aStamp(), new Map(), jrnl)
    expect(read).toMatchObject({
      entries: [{ text: 'A day.' }],
      odd: [{ line: 1, reason: 'it stands before the first date' }],
    })
  })

  it('has dates without brackets in its first version, and a space before lines that look so', () => {
    expect(readNamed('jrnl-old.txt').entries).toMatchObject([
      {
        day: '2013-06-09',
        text: 'My first entry.\nA body.\n[2013-06-08 10:00] is only quoted here.',
      },
      { at: '2013-06-10T15:40:00+01:00', text: 'Life is good.' },
    ])
  })

  it('has the day in the path when it is a folder; other files are left alone', () => {
    const { entries, unread } = readNamed('jrnl folder')
    expect(entries).toMatchObject([
      { at: '2024-03-05T08:15:00+00:00', text: 'Tea.' },
      { at: '2024-03-05T22:00:00+00:00', text: 'And sleep at last.' },
      { at: '2024-03-06T08:15:00+00:00', text: 'The file says the sixth.' },
    ])
    expect(unread).toEqual(['notes.txt'])
  })

  it('tells how an encrypted one is read', () => {
    expect(() => readForeign('JRNLv3\x00\x01\x02')).toThrow('jrnl --decrypt')
  })

  it('is read from its JSON', () => {
    const { entries, odd } = readNamed('jrnl.json')
    expect(entries).toMatchObject([
      {
        text: 'The first evening alone.\n\nCooked for one. @home',
        at: '2024-03-01T21:30:00+00:00',
        ...{ tags: ['home'], starred: true },
      },
      { text: 'Short.', day: '2024-03-02', tags: [] },
    ])
    expect(odd).toEqual([
      { line: 3, isRecord: true, reason: 'its date is no day' },
      { line: 4, isRecord: true, reason: 'it is no entry' },
    ])
  })
})

describe('Day One', () => {
  it('keeps zones, tags and stars, unescapes its text, and names what was attached', () => {
    const { entries } = readNamed('Day One')
    expect(entries).toMatchObject([
      {
        at: '2024-03-02T08:30:00+09:00',
        ...{ zone: 'Asia/Tokyo', day: '2024-03-02', starred: true, tags: ['travel', 'two words'] },
        text: 'Morning here.\n\n![](photos/d41d8cd98f00b204e9800998ecf8427e.jpeg)\n\nIt was cold (very)!',
        attachments: [
          'photos/d41d8cd98f00b204e9800998ecf8427e.jpeg',
          'audios/900150983cd24fb0d6963f7d28e17f72.m4a',
        ],
      },
      { at: '2024-07-01T08:00:00-04:00', text: 'Only rich.' },
    ])
    expect(lines('Day One')).toEqual(['3: its date is no day', '4: it says nothing'])
  })

  it.each([
    ['dayone-moment:/video/CD34', 'videos/aa.mov'],
    ['dayone-moment:/audio/EF56', 'audios/bb.m4a'],
    ['dayone-moment:/pdfAttachment/AB78', 'pdfs/cc.pdf'],
    ['dayone-moment://AB12', 'photos/dd.jpeg'],
  ])('has %s in its text where %s was', (link, path) => {
    const entry = {
      ...{ uuid: 'A', creationDate: '2024-03-01T23:30:00Z', text: `Here: ![](${link})` },
      videos: [{ identifier: 'CD34', md5: 'aa' }],
      audios: [{ identifier: 'EF56', md5: 'bb' }],
      pdfAttachments: [{ identifier: 'AB78', md5: 'cc' }],
      photos: [{ identifier: 'AB12', md5: 'dd' }],
    }
    expect(dayOne(entry)).toMatchObject({ text: `Here: ![](${path})` })
  })

  it('has zones without a place, whose clocks are kept', () => {
    const entry = { uuid: 'A', creationDate: '2024-03-02T01:30:00Z', text: 'Late.' }
    expect(dayOne({ ...entry, timeZone: 'GMT-0400' })).toMatchObject({
      ...{ at: '2024-03-01T21:30:00-04:00', day: '2024-03-01', zone: 'Etc/GMT+4' },
    })
    expect(dayOne({ ...entry, timeZone: 'GMT+0530' })).toMatchObject({ zone: 'Asia/Kolkata' })
  })

  function dayOne(entry: object) {
    const content = Buffer.from(JSON.stringify({ entries: [entry] }))
    return readGivenJournal({ name: 'a.json', content }, aStamp(), new Map()).entries[0]
  }

  it('is read from the property lists of Classic', () => {
    expect(readNamed('Day One Classic').entries).toMatchObject([
      {
        at: '2014-03-01T21:15:00+01:00',
        ...{ zone: 'Europe/Berlin', tags: ['home'], starred: true },
        text: 'Bread & tea.\nAnd a walk.',
      },
    ])
  })
})

describe('Daylio', () => {
  it('is read by the names of its columns', () => {
    expect(readNamed('daylio.csv').entries).toMatchObject([
      {
        at: '2024-05-30T18:50:00+01:00',
        ...{ mood: 4, tags: ['friends', 'good meal'] },
        text: 'A title\n\nWe sat outside.\nIt was **warm** & still.\n\nSleep: 8/10 points',
      },
      { kind: 'checkin', at: '2024-05-30T14:03:00+01:00', mood: 1 },
      { at: '2024-05-29T01:49:00+01:00', mood: 5, text: '3 < 4, he said' },
    ])
    expect(lines('daylio.csv')).toEqual([
      '5: its date is no day',
      '6: its time is none',
      '7: it has more cells than there are columns',
    ])
  })

  it.each([
    ['6:50 p. m.', '18:50'],
    ['6:50 p.m.', '18:50'],
    ['6:50\u202fPM', '18:50'],
    ['12:05 a. m.', '00:05'],
    ['6.50', '06:50'],
  ])('has its hour as the phone wrote it, %j', (time, hour) => {
    const file = `full_date,date,weekday,time,mood,activities\n2024-05-30,,,${time},rad,\n`
    expect(readForeign(file).entries).toMatchObject([{ at: `2024-05-30T${hour}:00+01:00` }])
  })

  it('has an older header with the year apart; moods with own names are asked for', () => {
    const asked = readNamed('daylio-old.csv')
    expect(asked.entries).toMatchObject([
      {
        at: '2018-05-30T18:50:00+01:00',
        mood: 4,
        tags: ['family', 'reading'],
        text: 'A calm day.',
      },
    ])
    expect(asked.unknownMoods).toEqual(['super'])
    const told = readNamed('daylio-old.csv', new Map([['super', 5]]))
    expect(told.entries).toMatchObject([{ mood: 4 }, { at: '2018-10-03T09:05:00+01:00', mood: 5 }])
    expect(told.unknownMoods).toBeUndefined()
    expect(told.entries[0]?.id).toBe(asked.entries[0]?.id)
  })

  it('is read from its backup, with the clocks that were on', () => {
    expect(readNamed('Daylio backup').entries).toMatchObject([
      {
        at: '2024-03-01T22:30:00+01:00',
        ...{ zone: 'Etc/GMT-1', mood: 2, tags: ['reading'], text: 'Sat outside.', starred: true },
      },
    ])
    expect(lines('Daylio backup')).toEqual(['2: its date is no day'])
  })
})

describe('Journey', () => {
  it('is read from a file an entry; its best mood is one', () => {
    const { entries, odd } = readNamed('Journey')
    expect(entries).toMatchObject([
      {
        at: '2024-03-01T23:00:00+01:00',
        ...{ zone: 'Europe/Berlin', mood: 5, tags: ['home'], starred: true },
        text: 'A long **day**.\n\nRest.',
        attachments: ['1709330400000-abc-p1.jpg'],
      },
      { at: '2024-03-03T03:30:00+05:30', zone: 'Asia/Kolkata', text: 'Plain words.', mood: 1 },
    ])
    expect(odd).toEqual([
      { line: 1, isRecord: true, file: 'zz.json', reason: 'its date is no day' },
    ])
  })
})

describe('Diarium', () => {
  it('becomes entries of its pages', () => {
    expect(readNamed('Diarium').entries).toMatchObject([
      {
        at: '2024-03-01T21:30:00+00:00',
        ...{ mood: 4, tags: ['walk'], people: ['Ana'] },
        text: 'An evening\n\nI *walked*.\n\n- one\n- two',
      },
      { at: '2024-03-02T08:00:00+02:00', zone: 'Etc/GMT-2', text: 'Tea &eacute;é' },
    ])
    expect(lines('Diarium')).toEqual(['3: its date is no day'])
  })
})

describe('Apple Journal', () => {
  it('becomes an entry a page, with the names of its pictures and the state of mind', () => {
    const { entries, odd, unread } = readNamed('Apple Journal')
    expect(entries).toMatchObject([
      { day: '2024-05-10', text: 'Rained all day.' },
      {
        day: '2024-09-14',
        text: 'At the lake\n\nSwam at seven, Marks & I.\n\nThe water was warm.',
        attachments: ['Resources/AAA.jpeg', 'Resources/BBB.heic'],
        ...{ feelings: ['content'], tags: ['family'] },
      },
    ])
    expect(odd).toEqual([{ line: 1, file: 'Entries/odd.html', reason: 'its date is no day' }])
    expect(unread).toEqual(['index.html'])
  })
})

describe('daily notes', () => {
  it('have their day in the name, and what stands in front of them', () => {
    const { entries, odd, unread, unknownMoods } = readNamed('daily notes')
    expect(entries).toMatchObject([
      {
        at: '2024-03-01T21:30:00+00:00',
        ...{ mood: 2, tags: ['home', 'area/mind', 'walk'], attachments: ['river.png'] },
        text: '# An evening\n\nI walked. #walk #2024 ![[river.png|300]]\n\n- weather: rain',
      },
      { at: '2024-03-02T12:00:00+00:00', text: 'The name says the second.' },
      { day: '2024-03-03', text: 'Tea.' },
      { at: '2024-03-04T08:00:00+00:00', text: 'No day in the name.', tags: ['one', 'two'] },
    ])
    expect(odd).toEqual([
      { line: 1, file: '2024-02-31.md', reason: 'its date is no day' },
      { line: 1, file: '2024-03-05.md', reason: 'its front matter is no YAML' },
    ])
    expect(unread).toEqual(['Books.md'])
    expect(unknownMoods).toEqual(['so-so'])
  })

  it('keep below their words what has no place in an entry or cannot be read there', () => {
    const properties = {
      energy: '8',
      feelings: '3',
      mood: '2',
      rating: '9',
      tag: 'lost',
      tags: '[2024, walk]',
      people: '{ a: b }',
      weather: '',
      places: '[]',
    }
    expect(noteWith(properties)).toMatchObject({
      ...{ mood: 2, tags: ['2024', 'walk'], people: [] },
      text: 'Words.\n\n- energy: 8\n- feelings: 3\n- rating: 9\n- tag: lost\n- people: {"a":"b"}',
    })
  })

  it.each([
    ['["[[Anna]]", "[[People/Ben|my brother]]", Carl]'],
    ['"[[Anna]], [[Ben|Benny]]; Carl"'],
    ['[[[Anna]], [[Ben]], Carl]'],
  ])('name people by links to their notes: %s', people => {
    expect(noteWith({ people })).toMatchObject({ people: ['Anna', 'Ben', 'Carl'], text: 'Words.' })
  })

  it('have a number for a mood on the scale of whoever says what each number means', () => {
    const moods = new Map([['4', 2 as const]])
    expect(noteWith({ mood: '4' })).toMatchObject({ mood: 4 })
    expect(noteWith({ mood: '4' }, moods)).toMatchObject({ mood: 2 })
  })

  function noteWith(properties: Record<string, string>, moods: About['moods'] = new Map()) {
    const yaml = Object.entries(properties).map(([name, value]) => `${name}: ${value}\n`)
    const content = Buffer.from(`---\n${yaml.join('')}---\nWords.\n`)
    const { entries, odd } = readGivenJournal({ name: '2024-03-01.md', content }, aStamp(), moods)
    expect(odd).toEqual([])
    return entries[0]
  }
})

describe('How We Feel', () => {
  it('becomes feelings of ours where one lies near, and its own words where none does', () => {
    expect(readNamed('how-we-feel.csv').entries).toMatchObject([
      {
        at: '2026-02-08T16:04:00+00:00',
        ...{ kind: 'note', feelings: ['content'], tags: ['by myself', 'home', 'reading'] },
        text: 'A quiet afternoon.\n\nRest helps.',
      },
      { kind: 'checkin', feelings: ['pissed off'], tags: ['family', 'friends'] },
    ])
    expect(lines('how-we-feel.csv')).toEqual(['4: its date is no day'])
    expect(readNamed('how-we-feel-new.csv').entries).toMatchObject([
      { at: '2026-02-08T23:30:00+00:00', feelings: ['worn out'], text: 'Late.' },
    ])
  })
})

describe('State of Mind', () => {
  it('becomes a mood of five steps, feelings and tags', () => {
    expect(readNamed('State of Mind').entries).toMatchObject([
      {
        at: '2025-01-05T21:30:00+01:00',
        ...{ kind: 'checkin', mood: 4, feelings: ['joyful', 'calm'], tags: ['self care'] },
      },
      { at: '2025-01-06T21:46:40+00:00', mood: 1 },
    ])
    expect(lines('State of Mind')).toEqual(['3: its valence is no number from -1 to 1'])
  })
})

describe('Pixels', () => {
  it('becomes an entry for each score of a day', () => {
    expect(readNamed('Pixels').entries).toMatchObject([
      {
        ...{ day: '2024-04-06', mood: 4, text: 'A day in two halves.' },
        ...{ feelings: ['joyful', 'worn out'], tags: ['work'] },
      },
      { kind: 'checkin', day: '2024-04-06', mood: 2 },
      { kind: 'checkin', day: '2024-04-07', mood: 3 },
    ])
    expect(lines('Pixels')).toEqual(['3: its date is no day'])
  })
})

describe('Diaro', () => {
  it('becomes entries of its tables', () => {
    expect(readNamed('Diaro').entries).toMatchObject([
      {
        at: '2024-03-02T02:20:00+05:30',
        ...{ zone: 'Asia/Kolkata', mood: 5, tags: ['walks & talks'] },
        text: 'An evening\n\nI walked.\nThen tea.',
        attachments: ['media/photo/photo_1.jpg'],
      },
      { at: '2024-03-01T17:50:00-03:00', zone: 'Etc/GMT+3', text: 'Later.' },
    ])
    expect(lines('Diaro')).toEqual(['3: its date is no day'])
  })
})

describe('tui-journal, feeling, and what anybody can make', () => {
  it('become entries', () => {
    expect(readNamed('tui-journal').entries).toMatchObject([
      { day: '2024-03-01', text: 'An evening\n\nI walked.', tags: ['walk'] },
    ])
    expect(readNamed('feeling').entries).toMatchObject([
      { kind: 'checkin', day: '2024-03-01', mood: 4 },
      { day: '2024-03-02', mood: 5 },
    ])
    expect(lines('feeling')).toEqual(['4: its number is none from 1 to 10'])
    expect(readNamed('plain.json').entries).toMatchObject([
      {
        ...{ at: '2025-03-01T21:30:00+00:00', text: 'The first evening alone.', mood: 2 },
        ...{ feelings: ['lonely', 'at ease'], tags: ['evening'], people: ['Ana'] },
        ...{ theme: 'support', starred: true },
      },
      { kind: 'checkin', day: '2025-03-02', mood: 4 },
    ])
    expect(lines('plain.json')).toEqual([
      '3: its mood is no number from 1 to 5',
      '4: it has a name that is not known, "weather"',
    ])
    expect(readNamed('plain.jsonl').entries).toMatchObject([
      { text: 'One line.' },
      { text: 'Another.' },
    ])
    expect(lines('plain.jsonl')).toEqual(['4: it is no JSON'])
  })
})

describe('days at either end of the calendar', () => {
  it.each(['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '+010000-01-01T00:00:00Z'])(
    '%s is an odd row, or a day, and never an error',
    date => {
      const file = JSON.stringify({ entries: [{ creationDate: date, text: 'Words.' }] })
      for (const zone of ['Pacific/Kiritimati', 'America/New_York'])
        expect(readForeign(file, { ...aStamp(), zone }).odd).toHaveLength(1)
    },
  )
})

describe('Bearable', () => {
  it('is one entry for each part of a day; what is measured stays behind', () => {
    expect(readNamed('bearable').entries).toMatchObject([
      {
        at: '2023-06-14T09:00:00+01:00',
        ...{ mood: 4, energy: 3, text: 'Slept in, at last.' },
        ...{ feelings: ['calm', 'hopeful'], tags: ['family', 'phone call'] },
      },
      { at: '2023-06-14T18:00:00+01:00', mood: 1, text: '- Headache (Mild)' },
      { at: '2023-06-14T12:00:00+01:00', text: 'Rain on the roof.' },
      { at: '2023-06-15T21:40:00+01:00', text: 'A long walk, and then soup.' },
    ])
    expect(lines('bearable')).toEqual(['11: its date is no day'])
  })

  it('keeps every rating of a part of a day', () => {
    const head = 'date formatted,time of day,category,rating/amount,detail'
    const rows = ['Mood,2,', 'Mood,4,', 'Energy,3,', 'Mood,5,'].map(row => `2023-06-14,pm,${row}`)
    expect(readForeign([head, ...rows].join('\n')).entries).toMatchObject([
      { kind: 'checkin', mood: 2, energy: 3 },
      { kind: 'checkin', mood: 4 },
      { kind: 'checkin', mood: 5 },
    ])
  })

  it('has moods of five steps where none is above five', () => {
    const row = (mood: string) => `2023-06-14,am,Mood,${mood},`
    const read = (...moods: string[]) =>
      readForeign(
        ['date formatted,time of day,category,rating/amount,detail', ...moods.map(row)].join('\n'),
      ).entries
    expect(read('4')).toMatchObject([{ mood: 4 }])
    expect(read('10')).toMatchObject([{ mood: 5 }])
  })
})

describe('Apple Health', () => {
  it('gives its states of mind, however they are written, and nothing else', () => {
    expect(readNamed('export.xml').entries).toMatchObject([
      {
        ...{ kind: 'checkin', at: '2026-06-14T20:00:00+01:00', mood: 4 },
        ...{ feelings: ['calm', 'grateful'], tags: ['family', 'self care'] },
      },
      {
        ...{ at: '2026-06-15T08:00:00-04:00', mood: 1, tags: ['work'] },
        feelings: ['sad & tired'],
      },
      { at: '2026-06-16T09:00:00+01:00', mood: 3, feelings: ['lonely'] },
    ])
    expect(lines('export.xml')).toEqual([
      '4: its valence is no number from -1 to 1',
      '5: its date is no day',
    ])
  })

  it('is sifted the same in pieces of any size, and never holds more than one', () => {
    const text = given['export.xml']?.bytes.toString() ?? ''
    const whole = healthSieve()
    whole.take(text)
    for (const size of [1, 7, 64, 500]) {
      const sieve = healthSieve()
      for (let at = 0; at < text.length; at += size) sieve.take(text.slice(at, at + size))
      expect(sieve.end()).toBe(whole.end())
    }
  })
})
