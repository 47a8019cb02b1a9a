using System.Globalization;
using System.Text;
using SlotBooking.Core.Contacts;

namespace SlotBooking.Core.Bookings;

/// <summary>A customer as it can be stored: trimmed, checked, with the keys by which it is recognised.</summary>
public sealed record CheckedCustomer(
    string LastName,
    string FirstName,
    string? Phone,
    string? PhoneKey,
    string NameKey,
    string? Email,
    string? Note,
    Potential Potential,
    string? Campaign)
{
    /// <summary>The longest name and campaign, in characters.</summary>
    public const int NameLimit = 100;

    /// <summary>The longest note, in characters.</summary>
    public const int NoteLimit = 500;

    private const int PhoneLimit = 50;
    private const int EmailLimit = 254;

    /// <summary>Checks every field; either the customer or at least one error comes back.</summary>
    public static (CheckedCustomer? Customer, IReadOnlyList<FieldError> Errors) From(CustomerEntry entry)
    {
        var errors = new List<FieldError>();
        var lastName = Name("lastName", entry.LastName, errors);
        var firstName = Name("firstName", entry.FirstName, errors);
        var phone = Line("phone", entry.Phone, PhoneLimit, required: false, errors);
        var email = Line("email", entry.Email, EmailLimit, required: false, errors);
        var campaign = Line("campaign", entry.Campaign, NameLimit, required: false, errors);
        var note = Lines(entry.Note, errors);

        string? phoneKey = null;
        if (phone is not null && !PhoneNumber.TryNormalize(phone, out phoneKey))
        {
            errors.Add(new FieldError("phone", FieldProblem.NotAPhoneNumber));
        }

        if (email is not null && !LooksLikeEmail(email))
        {
            errors.Add(new FieldError("email", FieldProblem.NotAnEmail));
        }

        var potential = string.IsNullOrEmpty(entry.Potential) ? Potential.Normal : Potentials.Parse(entry.Potential);
        if (potential is null)
        {
            errors.Add(new FieldError("potential", FieldProblem.NotAChoice));
        }

        return errors.Count > 0
            ? (null, errors)
            : (new CheckedCustomer(
                lastName!, firstName!, phone, phoneKey, CustomerName.Key(lastName!, firstName!), email, note, potential!.Value, campaign), []);
    }

    /// <summary>Checks a reason people type: one line, required.</summary>
    public static (string? Reason, IReadOnlyList<FieldError> Errors) Reason(string? reason)
    {
        var errors = new List<FieldError>();
        var line = Line("reason", reason, 200, required: true, errors);
        return (line, errors);
    }

    /// <summary>Checks a call-back note: some lines, which may be empty.</summary>
    public static (string? Note, IReadOnlyList<FieldError> Errors) CallBack(string? note)
    {
        var errors = new List<FieldError>();
        var lines = Lines(note, errors);
        return (lines, errors);
    }

    /// <summary>Checks a note people type: lines, may be empty.</summary>
    public static (string? Note, IReadOnlyList<FieldError> Errors) NoteText(string? note)
    {
        var errors = new List<FieldError>();
        var lines = Lines(note, errors);
        return (lines, errors);
    }

    /// <summary>A name by which somebody can be recognised: „( Ghost )“ alone is a marker, and nobody is called that.</summary>
    private static string? Name(string field, string? value, List<FieldError> errors)
    {
        var before = errors.Count;
        var name = Line(field, value, NameLimit, required: true, errors);
        if (errors.Count == before && CustomerName.Key(name, null).Length == 0)
        {
            errors.Add(new FieldError(field, FieldProblem.Missing));
        }

        return name;
    }

    private static string? Line(string field, string? value, int limit, bool required, List<FieldError> errors)
    {
        var line = value?.Trim();
        if (line is null || !line.EnumerateRunes().Any(IsVisible))
        {
            if (required)
            {
                errors.Add(new FieldError(field, FieldProblem.Missing));
            }

            return null;
        }

        if (line.Length > limit)
        {
            errors.Add(new FieldError(field, FieldProblem.TooLong, limit));
        }
        else if (line.EnumerateRunes().Any(IsUnreadable))
        {
            errors.Add(new FieldError(field, FieldProblem.Unreadable));
        }

        return line;
    }

    private static string? Lines(string? value, List<FieldError> errors)
    {
        var note = value?.ReplaceLineEndings("\n").Trim();
        if (string.IsNullOrEmpty(note))
        {
            return null;
        }

        if (note.Length > NoteLimit)
        {
            errors.Add(new FieldError("note", FieldProblem.TooLong, NoteLimit));
        }
        else if (note.EnumerateRunes().Any(rune => rune.Value is not '\n' and not '\t' && IsUnreadable(rune)))
        {
            errors.Add(new FieldError("note", FieldProblem.Unreadable));
        }

        return note;
    }

    /// <summary>Control characters, line breaks, and what was no character at all: half a surrogate pair is read as the replacement character. PostgreSQL or Google would refuse them.</summary>
    /// <remarks>What turns the direction of writing around would turn it around for the rest of the line, too.</remarks>
    private static bool IsUnreadable(Rune rune) =>
        Rune.IsControl(rune) || rune == Rune.ReplacementChar || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>A name of spaces of no width is no name; what cannot be read is somebody else's to refuse.</summary>
    private static bool IsVisible(Rune rune) => IsUnreadable(rune) || (!Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format);

    private static bool LooksLikeEmail(string email)
    {
        var at = email.LastIndexOf('@');
        var domain = email[(at + 1)..];
        return at is > 0 and <= 64
            && !email.Any(char.IsWhiteSpace)
            && email.IndexOf('@', StringComparison.Ordinal) == at
            && domain.Contains('.', StringComparison.Ordinal)
            && domain.Split('.').All(label => label.Length is > 0 and < 64)
            && System.Net.Mail.MailAddress.TryCreate(email, out _);
    }
}
