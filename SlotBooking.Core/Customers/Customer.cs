namespace SlotBooking.Core.Customers;

/// <summary>One customer as the appointments tell it. Everything but merging and erasing is derived and can be derived again.</summary>
public sealed class Customer
{
    /// <summary>What an erased customer is called from then on.</summary>
    public const string ErasedLastName = "Gelöscht";

    /// <summary>The other half of <see cref="ErasedLastName"/>.</summary>
    public const string ErasedFirstName = "Kunde";

    /// <summary>Version 7.</summary>
    public Guid Id { get; init; }

    /// <summary>As last written, without markers.</summary>
    public string LastName { get; set; } = "";

    /// <summary>As last written, without markers.</summary>
    public string FirstName { get; set; } = "";

    /// <summary>The last number that was typed, if any.</summary>
    public string? Phone { get; set; }

    /// <summary>The same in E.164.</summary>
    public string? PhoneKey { get; set; }

    /// <summary>The normalised name; empty once erased.</summary>
    public string NameKey { get; set; } = "";

    /// <summary>The last address that was typed, if any.</summary>
    public string? Email { get; set; }

    /// <summary>The office's day on which the first of the appointments was booked; null without appointments.</summary>
    public DateOnly? FirstSeen { get; set; }

    /// <summary>The day of the last appointment, also one still to come; null without appointments.</summary>
    public DateOnly? LastSeen { get; set; }

    /// <summary>All appointments; the sum of the eight counts below.</summary>
    public int Appointments { get; set; }

    /// <summary>Not decided yet.</summary>
    public int Open { get; set; }

    /// <summary>Showed up.</summary>
    public int Completed { get; set; }

    /// <summary>Confirmed but not present.</summary>
    public int NoShows { get; set; }

    /// <summary>Neither confirmed nor present.</summary>
    public int Ghosts { get; set; }

    /// <summary>Called off.</summary>
    public int Cancelled { get; set; }

    /// <summary>Put off without a new place.</summary>
    public int Rescheduled { get; set; }

    /// <summary>Carried over by us.</summary>
    public int Overhangs { get; set; }

    /// <summary>Left the process.</summary>
    public int Exits { get; set; }

    /// <summary>See <see cref="CustomerRules.Reliability"/>; null while nothing is decided.</summary>
    public int? Reliability { get; set; }

    /// <summary>See <see cref="CustomerRules.RiskOf"/>.</summary>
    public CustomerRisk Risk { get; set; }

    /// <summary>When the personal data was erased, UTC; the counts stay.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>The profile this one was merged into; its appointments are counted there.</summary>
    public Guid? MergedInto { get; set; }
}
