using SlotBooking.Core.Customers;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Bookings;

/// <content>What the desk says about its fields and about a known customer.</content>
public sealed partial class BookingForm
{
    private string? Error(string field) =>
        _errors.FirstOrDefault(error => string.Equals(error.Field, field, StringComparison.Ordinal)) is { } error ? T.Sentence(error) : null;

    private string? Invalid(string field) => Error(field) is null ? null : "true";

    private string? Description(string field) => Error(field) is null ? null : $"{field}-error";

    private string KnownTitle(KnownCustomer known)
    {
        var name = OffersName(known) ? $"{known.LastName}, {known.FirstName}" : T["Bekannt"].Value;
        return known.ReliabilityPercent is { } percent ? T["{0}, {1} % verlässlich", name, percent] : name;
    }

    private string KnownFacts(KnownCustomer known)
    {
        List<string> facts = [];
        if (known.Completed > 0)
        {
            facts.Add(T["{0} erschienen", known.Completed]);
        }

        if (known.NoShows > 0)
        {
            facts.Add(T["{0} nicht erschienen", known.NoShows]);
        }

        if (known.Ghosts > 0)
        {
            facts.Add(T["{0} Ghost", known.Ghosts]);
        }

        if (known.Cancelled > 0)
        {
            facts.Add(T["{0} abgesagt", known.Cancelled]);
        }

        facts.Add(known.Open is { } open ? T["offen: {0}", T.When(open.Slot, Today)] : T["nichts offen"]);
        return string.Join(", ", facts);
    }

    /// <summary>Whether the known name differs from what was typed, so that it is worth taking over.</summary>
    private bool OffersName(KnownCustomer known) =>
        !string.Equals(known.LastName, _input.LastName.Trim(), StringComparison.OrdinalIgnoreCase)
        || !string.Equals(known.FirstName, _input.FirstName.Trim(), StringComparison.OrdinalIgnoreCase);
}
