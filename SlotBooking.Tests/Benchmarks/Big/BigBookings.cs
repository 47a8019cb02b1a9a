using System.Buffers.Binary;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Demo;
using SlotBooking.Core.Events;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Tests.Benchmarks.Big;

/// <summary>Invents the bookings of the big office one after another, oldest first.</summary>
internal sealed class BigBookings(BigOffice.Size size, IReadOnlyList<Actor> agents, OfficeClock clock)
{
    private static readonly string[] Campaigns = ["Herbstaktion", "Webinar", "Empfehlung", "Messe"];
    private static readonly DemoAgent Average = new(Guid.Empty, "", Share: 1, Confirming: 0.42, Strength: 1);
    private readonly Random _random = new(2026);

    /// <summary>All of them; the same ones every time. Each customer has at least one, some have dozens.</summary>
    public IEnumerable<Booking> All()
    {
        var last = clock.Today.AddDays(BigOffice.DaysAhead);
        var outcomes = new DemoOutcomes(_random, new DemoRates(SlotGrid.Default), last.AddDays(-size.Days), last);
        var slots = SlotGrid.Default.SlotsBetween(last.AddDays(-size.Days), last, clock);
        for (var n = 0; n < size.Bookings; n++)
        {
            yield return Make(n, slots[(int)((long)n * slots.Count / size.Bookings)], outcomes);
        }
    }

    private Booking Make(int number, TimedSlot slot, DemoOutcomes outcomes)
    {
        var customer = BigCustomers.Of(CustomerOf(number));
        var isOver = slot.Range.End < clock.Now;
        var bookedAt = slot.Range.Start.AddHours(-2 - (_random.NextDouble() * 150));
        bookedAt = bookedAt < clock.Now ? bookedAt : clock.Now.AddMinutes(-_random.Next(1, 600));
        var agent = agents[_random.Next(agents.Count)];
        var isConfirmed = outcomes.IsConfirmed(Average);
        var status = isOver ? outcomes.Of(slot.Slot, Average, isConfirmed) : BookingStatus.Open;
        return new Booking
        {
            Id = IdAt(bookedAt),
            Day = slot.Slot.Day,
            Start = slot.Slot.Start,
            StartsAt = slot.Range.Start,
            EndsAt = slot.Range.End,
            LastName = customer.LastName,
            FirstName = customer.FirstName,
            Phone = customer.Phone,
            PhoneKey = customer.PhoneKey,
            NameKey = customer.NameKey,
            Note = _random.Next(6) == 0 ? "Ruft lieber abends zurück." : null,
            Potential = _random.Next(10) switch { < 7 => Potential.Normal, < 8 => Potential.Top, < 9 => Potential.Closer, _ => Potential.WinBack },
            Campaign = _random.Next(5) < 2 ? Campaigns[_random.Next(Campaigns.Length)] : null,
            Status = status,
            IsConfirmed = isConfirmed,
            AgentId = agent.AccountId!.Value,
            AgentName = agent.Name,
            BookedAt = bookedAt,
            BookedOn = clock.WallClock(bookedAt).Day,
            ChangedAt = isOver ? slot.Range.End : bookedAt,
            CancelReason = status == BookingStatus.Cancelled ? "Kunde hat abgesagt" : null,
        };
    }

    /// <summary>Version 7 with the bits of our own random numbers, so that a second run gives the same ids.</summary>
    private Guid IdAt(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes, (at.ToUnixTimeMilliseconds() << 16) | 0x7000L | (uint)_random.Next(0x1000));
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Every customer once, spread over the years; the others come again, a few of them very often.</summary>
    private int CustomerOf(int number)
    {
        var each = Math.Max(1, size.Bookings / size.Customers);
        return number % each == 0 && number / each < size.Customers
            ? number / each
            : (int)(Math.Pow(_random.NextDouble(), 1.6) * size.Customers);
    }
}
