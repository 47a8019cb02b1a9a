namespace SlotBooking.Core.Achievements.Projection;

/// <summary>How far the game's rules have come in the log, and whether all is being worked out anew. One row.</summary>
public sealed class GameState
{
    /// <summary>The only row's id.</summary>
    public const int OnlyId = 1;

    /// <summary>Always <see cref="OnlyId"/>.</summary>
    public int Id { get; init; } = OnlyId;

    /// <summary>How many changes of the game's rules the log has told of.</summary>
    public int RuleChanges { get; set; }

    /// <summary>How many changes of the federal state it has told of.</summary>
    public int StateChanges { get; set; }

    /// <summary>The writing transaction of the last change of the rules or the state that was heard of.</summary>
    public long SettingTransaction { get; set; }

    /// <summary>That change's event; what comes before it was heard already.</summary>
    public long SettingEvent { get; set; }

    /// <summary>The newest day that was closed: how the boards stood then is kept for „since yesterday“.</summary>
    public DateOnly? ThenDay { get; set; }

    /// <summary>While all is worked out anew: until when its worker may be believed alive. Readers stand still meanwhile.</summary>
    public DateTimeOffset? RebuildingUntil { get; set; }
}

/// <summary>An event that the game could not understand. It is left out until it is mended and the game is worked out anew.</summary>
public sealed class ParkedEvent
{
    /// <summary>Its number in the log.</summary>
    public long EventNumber { get; init; }

    /// <summary>Its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What was wrong with it, in German, without personal data.</summary>
    public required string Reason { get; init; }
}
