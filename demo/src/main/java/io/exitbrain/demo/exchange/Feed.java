package io.exitbrain.demo.exchange;

import java.util.List;

/** How the exchange speaks: in which form its events are, and to which topics they go. */
public enum Feed {
    /** Our own messages, each on its topic. */
    OWN {
        @Override
        List<Message> fill(ExchangeFill fill) {
            return List.of(new Message("order-fills", ExchangeJson.fill(fill)));
        }

        @Override
        List<Message> position(ExchangeSnapshot snapshot) {
            return List.of(new Message("positions", ExchangeJson.position(snapshot)));
        }

        @Override
        List<Message> markPrice(MarkedPrice price) {
            return List.of(new Message("mark-prices", ExchangeJson.markPrice(price)));
        }

        @Override
        List<Message> report(ExchangeReport report) {
            return List.of(new Message("execution-reports", ExchangeJson.report(report)));
        }

        @Override
        List<Message> listing(Listing listing) {
            return List.of(new Message("instruments", ExchangeJson.instrument(listing)));
        }
    },

    /** The streams of Binance's USD-M futures, all on {@code exchange-events}. The executor's reports are ours: it speaks for the engine. */
    BINANCE {
        @Override
        List<Message> fill(ExchangeFill fill) {
            return events(BinanceJson.fill(fill));
        }

        @Override
        List<Message> position(ExchangeSnapshot snapshot) {
            return events(BinanceJson.leverage(snapshot), BinanceJson.position(snapshot));
        }

        @Override
        List<Message> markPrice(MarkedPrice price) {
            return events(BinanceJson.markPrice(price));
        }

        @Override
        List<Message> report(ExchangeReport report) {
            return events(ExchangeJson.report(report));
        }

        @Override
        List<Message> listing(Listing listing) {
            return events(BinanceJson.listing(listing));
        }

        private List<Message> events(String... json) {
            return List.of(json).stream()
                    .map(text -> new Message("exchange-events", text))
                    .toList();
        }
    };

    /** A record for a topic. */
    record Message(String topic, String json) {}

    abstract List<Message> fill(ExchangeFill fill);

    abstract List<Message> position(ExchangeSnapshot snapshot);

    abstract List<Message> markPrice(MarkedPrice price);

    abstract List<Message> report(ExchangeReport report);

    abstract List<Message> listing(Listing listing);
}
