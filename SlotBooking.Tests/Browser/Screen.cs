namespace SlotBooking.Tests.Browser;

/// <summary>The size of what is seen, in CSS pixels.</summary>
public sealed record Screen(int Width, int Height)
{
    /// <summary>The small office monitor that agents have.</summary>
    public static readonly Screen Office = new(1366, 768);

    public static readonly Screen Phone = new(390, 844);

    /// <summary>By name: office or phone.</summary>
    public static Screen Of(string name) => name switch
    {
        "office" => Office,
        "phone" => Phone,
        _ => throw new ArgumentException($"\"{name}\" is neither office nor phone.", nameof(name)),
    };
}
