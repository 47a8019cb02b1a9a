using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Contacts;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Customers;

/// <summary>Finds customers by parts of names and numbers, a page at a time.</summary>
/// <remarks>Every way in is the beginning of an index, so the time depends on what is shown and not on how many customers there are.</remarks>
public sealed class CustomerSearch(Database database)
{
    /// <summary>How many are on a page.</summary>
    public const int PageSize = 50;

    /// <summary>More often than this is often; nobody counts further.</summary>
    private const int CountedAtMost = 2_000;

    private const string Last = "\U0010FFFF";

    /// <summary>A page of a list, narrowed by what was typed; nothing typed means the whole list by name.</summary>
    /// <param name="list">Which list.</param>
    /// <param name="text">Parts of names, digits of a number, in any order and spelling.</param>
    /// <param name="after">Where the page before ended; null for the first.</param>
    /// <param name="cancellationToken">Ends the search when something else was typed.</param>
    public async Task<CustomerPage> FindAsync(CustomerList list, string? text, CustomerPageEnd? after, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var terms = SearchTerms.In(text);
        var words = await RarestFirstAsync(db, terms.Words, cancellationToken);
        var hits = words is null ? [] : await (terms.Digits is { Length: >= CustomerDigits.Shortest } || (words.Count == 0 && terms.Digits is not null)
            ? ByDigitsAsync(db, list, terms.Digits, words, after, cancellationToken)
            : ByWordsAsync(db, list, words, terms.Digits, after, cancellationToken));
        var end = hits.Count > PageSize ? hits[PageSize - 1].End : null;
        return new CustomerPage(await LinesAsync(db, [.. hits.Take(PageSize).Select(h => h.CustomerId)], cancellationToken), end);
    }

    /// <summary>The index of the rarest part is walked, the others are looked up; null when nobody has one of them.</summary>
    private static async Task<IReadOnlyList<string>?> RarestFirstAsync(SlotBookingDb db, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        if (words.Count < 2)
        {
            return words;
        }

        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            counts[word] = await Beginning(db, word).Take(CountedAtMost).CountAsync(cancellationToken);
        }

        return counts.ContainsValue(0) ? null : [.. words.OrderBy(word => counts[word])];
    }

    private static async Task<List<Hit>> ByWordsAsync(
        SlotBookingDb db, CustomerList list, IReadOnlyList<string> words, string? digits, CustomerPageEnd? after, CancellationToken cancellationToken)
    {
        var listed = CustomerWords.Of(list);
        var hits = words.Count == 0 ? db.CustomerWords.AsNoTracking().Where(w => w.Word == listed) : Beginning(db, words[0]);
        foreach (var word in words.Skip(1))
        {
            var through = word + Last;
            hits = hits.Where(w => db.Set<CustomerWord>().Any(o => o.CustomerId == w.CustomerId && o.Word.CompareTo(word) >= 0 && o.Word.CompareTo(through) <= 0));
        }

        if (words.Count > 0 && list != CustomerList.All)
        {
            hits = await FewOnAsync(db, listed, cancellationToken) is { } few
                ? hits.Where(w => few.Contains(w.CustomerId))
                : hits.Where(w => db.Set<CustomerWord>().Any(o => o.CustomerId == w.CustomerId && o.Word == listed));
        }

        if (digits is not null)
        {
            hits = hits.Where(w => db.Set<Customer>().Any(c => c.Id == w.CustomerId && c.PhoneKey!.Contains(digits)));
        }

        if (after is not null)
        {
            hits = hits.Where(w => w.Word.CompareTo(after.Word) >= 0 && (w.Word != after.Word
                || w.SortKey.CompareTo(after.SortKey) > 0 || (w.SortKey == after.SortKey && w.CustomerId.CompareTo(after.CustomerId) > 0)));
        }

        return await hits.OrderBy(w => w.Word).ThenBy(w => w.SortKey).ThenBy(w => w.CustomerId)
            .Select(w => new Hit(w.Word, w.SortKey, w.CustomerId)).Take(PageSize + 1).ToListAsync(cancellationToken);
    }

    /// <summary>Who is on a short list; null for a long one. On a short one, thousands of hits may have to be looked at until fifty of them are found on it.</summary>
    private static async Task<Guid[]?> FewOnAsync(SlotBookingDb db, string listed, CancellationToken cancellationToken)
    {
        var few = await db.CustomerWords.AsNoTracking().Where(w => w.Word == listed).Select(w => w.CustomerId).Take(CountedAtMost).ToArrayAsync(cancellationToken);
        return few.Length < CountedAtMost ? few : null;
    }

    private static async Task<List<Hit>> ByDigitsAsync(
        SlotBookingDb db, CustomerList list, string digits, IReadOnlyList<string> words, CustomerPageEnd? after, CancellationToken cancellationToken)
    {
        var end = digits + Last;
        var hits = db.CustomerDigits.AsNoTracking().Where(d => d.Digits.CompareTo(digits) >= 0 && d.Digits.CompareTo(end) <= 0);
        foreach (var word in words)
        {
            var through = word + Last;
            hits = hits.Where(d => db.Set<CustomerWord>().Any(o => o.CustomerId == d.CustomerId && o.Word.CompareTo(word) >= 0 && o.Word.CompareTo(through) <= 0));
        }

        if (list != CustomerList.All)
        {
            var listed = CustomerWords.Of(list);
            hits = hits.Where(d => db.Set<CustomerWord>().Any(o => o.CustomerId == d.CustomerId && o.Word == listed));
        }

        if (after is not null)
        {
            hits = hits.Where(d => d.Digits.CompareTo(after.Word) >= 0 && (d.Digits != after.Word || d.CustomerId.CompareTo(after.CustomerId) > 0));
        }

        return await hits.OrderBy(d => d.Digits).ThenBy(d => d.CustomerId)
            .Select(d => new Hit(d.Digits, "", d.CustomerId)).Take(PageSize + 1).ToListAsync(cancellationToken);
    }

    private static IQueryable<CustomerWord> Beginning(SlotBookingDb db, string word)
    {
        var through = word + Last;
        return db.CustomerWords.AsNoTracking().Where(w => w.Word.CompareTo(word) >= 0 && w.Word.CompareTo(through) <= 0);
    }

    /// <summary>The lines in the order of the hits; merged profiles are shown as the one they went into, and nobody twice.</summary>
    private static async Task<IReadOnlyList<CustomerLine>> LinesAsync(SlotBookingDb db, Guid[] hits, CancellationToken cancellationToken)
    {
        var roots = await CustomerTree.RootsAsync(db, hits, cancellationToken);
        var ids = roots.Values.Distinct().ToArray();
        var lines = await db.Customers.AsNoTracking().Where(c => ids.Contains(c.Id))
            .Select(c => new CustomerLine(c.Id, c.LastName, c.FirstName, c.Phone, c.Appointments, c.Reliability, c.Risk, c.LastSeen))
            .ToDictionaryAsync(c => c.Id, cancellationToken);
        return [.. hits.Select(hit => roots[hit]).Distinct().Where(lines.ContainsKey).Select(id => lines[id])];
    }

    private sealed record Hit(string Word, string SortKey, Guid CustomerId)
    {
        public CustomerPageEnd End => new(Word, SortKey, CustomerId);
    }
}

/// <summary>Some customers of a list.</summary>
/// <param name="Lines">In the list's order.</param>
/// <param name="End">Where the next page begins; null when there is none.</param>
public sealed record CustomerPage(IReadOnlyList<CustomerLine> Lines, CustomerPageEnd? End);

/// <summary>Where a page ended.</summary>
public sealed record CustomerPageEnd(string Word, string SortKey, Guid CustomerId);

/// <summary>A customer as lists show it.</summary>
public sealed record CustomerLine(
    Guid Id, string LastName, string FirstName, string? Phone, int Appointments, int? Reliability, CustomerRisk Risk, DateOnly? LastSeen)
{
    /// <summary>„Nachname, Vorname“.</summary>
    public string Name => $"{LastName}, {FirstName}";
}
