namespace SlotBooking.Core.Customers;

/// <summary>An end of a customer's number: whatever digits are searched for inside a number are the beginning of one of its ends.</summary>
public sealed class CustomerDigits
{
    /// <summary>The shortest end that is kept: a number is not found by its last three digits alone.</summary>
    public const int Shortest = 4;

    /// <summary>Digits only.</summary>
    public required string Digits { get; init; }

    /// <summary>The customer the number's key was made for.</summary>
    public Guid CustomerId { get; init; }

    /// <summary>The ends of a number in E.164.</summary>
    public static IEnumerable<string> EndsOf(string phoneKey)
    {
        var digits = phoneKey.TrimStart('+');
        return Enumerable.Range(0, Math.Max(1, digits.Length - Shortest + 1)).Select(start => digits[start..]);
    }
}
