using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Customers;

/// <summary>Finds customers by parts of names and numbers, a page at a time.</summary>
/// <remarks>Every way in is the beginning of an index, so the time depends on what is shown and not on how many customers there are.</remarks>
public sealed class CustomerSearch(Database database)
{
    /// <summary>How many are on a page.</summary>
    public const int PageSize = 50;

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
        var hits = terms.Digits.Count > 0
            ? await ByDigitsAsync(db, list, terms, after, cancellationToken)
            : await ByWordsAsync(db, list, terms, after, cancellationToken);
        var end = hits.Count > PageSize ? hits[PageSize - 1].End : null;
        return new CustomerPage(await LinesAsync(db, [.. hits.Take(PageSize).Select(h => h.CustomerId)], cancellationToken), end);
    }

    private static async Task<List<Hit>> ByWordsAsync(
        SlotBookingDb db, CustomerList list, SearchTerms terms, CustomerPageEnd? after, CancellationToken cancellationToken)
    {
        var words = db.CustomerWords.AsNoTracking();
        var listed = CustomerWords.Of(list);
        if (terms.Words.Count == 0)
        {
            words = words.Where(w => w.Word == listed);
        }
        else
        {
            // The longest part is likely the rarest: its index is walked, the others are looked up.
            var first = terms.Words[0];
            var through = first + Last;
            words = words.Where(w => w.Word.CompareTo(first) >= 0 && w.Word.CompareTo(through) <= 0);
            words = terms.Words.Skip(1).Aggregate(words, (current, word) => Having(db, current, word));
            if (list != CustomerList.All)
            {
                words = words.Where(w => db.CustomerWords.Any(o => o.CustomerId == w.CustomerId && o.Word == listed));
            }
        }

        if (after is not null)
        {
            words = words.Where(w => w.Word.CompareTo(after.Word) > 0 || (w.Word == after.Word
                && (w.SortKey.CompareTo(after.SortKey) > 0 || (w.SortKey == after.SortKey && w.CustomerId.CompareTo(after.CustomerId) > 0))));
            var from = after.Word;
            words = words.Where(w => w.Word.CompareTo(from) >= 0);
        }

        return await words.OrderBy(w => w.Word).ThenBy(w => w.SortKey).ThenBy(w => w.CustomerId)
            .Select(w => new Hit(w.Word, w.SortKey, w.CustomerId)).Take(PageSize + 1).ToListAsync(cancellationToken);
    }

    private static async Task<List<Hit>> ByDigitsAsync(
        SlotBookingDb db, CustomerList list, SearchTerms terms, CustomerPageEnd? after, CancellationToken cancellationToken)
    {
        var first = terms.Digits[0];
        var through = first + Last;
        var digits = db.CustomerDigits.AsNoTracking().Where(d => d.Digits.CompareTo(first) >= 0 && d.Digits.CompareTo(through) <= 0);
        foreach (var word in terms.Words)
        {
            var end = word + Last;
            digits = digits.Where(d => db.CustomerWords.Any(o =>
                o.CustomerId == d.CustomerId && o.Word.CompareTo(word) >= 0 && o.Word.CompareTo(end) <= 0));
        }

        if (list != CustomerList.All)
        {
            var listed = CustomerWords.Of(list);
            digits = digits.Where(d => db.CustomerWords.Any(o => o.CustomerId == d.CustomerId && o.Word == listed));
        }

        if (after is not null)
        {
            digits = digits.Where(d => d.Digits.CompareTo(after.Word) > 0 || (d.Digits == after.Word && d.CustomerId.CompareTo(after.CustomerId) > 0));
        }

        return await digits.OrderBy(d => d.Digits).ThenBy(d => d.CustomerId)
            .Select(d => new Hit(d.Digits, "", d.CustomerId)).Take(PageSize + 1).ToListAsync(cancellationToken);
    }

    private static IQueryable<CustomerWord> Having(SlotBookingDb db, IQueryable<CustomerWord> words, string word)
    {
        var through = word + Last;
        return words.Where(w => db.CustomerWords.Any(o =>
            o.CustomerId == w.CustomerId && o.Word.CompareTo(word) >= 0 && o.Word.CompareTo(through) <= 0));
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
