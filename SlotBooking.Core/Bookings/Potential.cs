namespace SlotBooking.Core.Bookings;

/// <summary>What the agent expects of a customer. The number is Google's colour id of the event.</summary>
public enum Potential
{
    /// <summary>The default; colour 2 (Sage).</summary>
    Normal = 2,

    /// <summary>„Rückholung“: was lost and comes back; colour 3 (Grape).</summary>
    WinBack = 3,

    /// <summary>„Closer nötig“: somebody experienced should hold it; colour 5 (Banana).</summary>
    Closer = 5,

    /// <summary>Very promising; colour 7 (Peacock).</summary>
    Top = 7,
}

/// <summary>The words by which forms name a potential.</summary>
public static class Potentials
{
    /// <summary>The form value: normal, top, closer, winback.</summary>
    public static string Code(this Potential potential) => potential switch
    {
        Potential.Top => "top",
        Potential.Closer => "closer",
        Potential.WinBack => "winback",
        _ => "normal",
    };

    /// <summary>Reads a form value; null when it is none of the four.</summary>
    public static Potential? Parse(string? code) => code switch
    {
        "normal" => Potential.Normal,
        "top" => Potential.Top,
        "closer" => Potential.Closer,
        "winback" => Potential.WinBack,
        _ => null,
    };
}
