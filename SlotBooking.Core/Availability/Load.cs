namespace SlotBooking.Core.Availability;

/// <summary>How full something is, from the traffic light's point of view.</summary>
public enum LoadLevel
{
    /// <summary>Less than half is taken: green.</summary>
    Free,

    /// <summary>Less than four fifths are taken: yellow.</summary>
    Few,

    /// <summary>Nearly everything is taken: orange.</summary>
    Tight,

    /// <summary>Exactly everything is taken: red.</summary>
    Full,

    /// <summary>More is taken than there is: red, consultants are missing.</summary>
    Over,

    /// <summary>There is nothing to take and nothing taken.</summary>
    None,
}

/// <summary>Taken places against all there are, of a slot, a day or a week.</summary>
public readonly record struct Load(int Taken, int Capacity)
{
    /// <summary>The load of so many taken places; negative numbers count as none.</summary>
    public static Load Of(int taken, int capacity) => new(Math.Max(0, taken), Math.Max(0, capacity));

    /// <summary>The traffic light's colour; counted in whole places, so that no rounding moves a border.</summary>
    public LoadLevel Level => this switch
    {
        { Capacity: 0, Taken: 0 } => LoadLevel.None,
        _ when Taken > Capacity => LoadLevel.Over,
        _ when Taken == Capacity => LoadLevel.Full,
        _ when 2L * Taken < Capacity => LoadLevel.Free,
        _ when 5L * Taken < 4L * Capacity => LoadLevel.Few,
        _ => LoadLevel.Tight,
    };

    /// <summary>Whole percent for people, null without any capacity. Never 100 unless exactly full, so that figure and colour agree.</summary>
    public int? Percent
    {
        get
        {
            if (Capacity == 0)
            {
                return null;
            }

            var (percent, rest) = Math.DivRem(100L * Taken, Capacity);
            return (int)(Taken > Capacity && rest > 0 ? percent + 1 : percent);
        }
    }

    /// <summary>Places that can still be taken.</summary>
    public int Free => Math.Max(0, Capacity - Taken);

    /// <summary>The stable word for <c>data-load</c>.</summary>
    public string Word => Level.Word();
}

/// <summary>The words that styles and tests know loads by.</summary>
public static class LoadLevels
{
    /// <summary>free, few, tight, full, over, none.</summary>
    public static string Word(this LoadLevel level) => level switch
    {
        LoadLevel.Free => "free",
        LoadLevel.Few => "few",
        LoadLevel.Tight => "tight",
        LoadLevel.Full => "full",
        LoadLevel.Over => "over",
        _ => "none",
    };
}
